package io.github.dynamodbmigrations.throttle;

import java.time.Duration;

/**
 * What a worker waits for.
 *
 * @param reason as people read it, for example {@code write budget}
 * @param lasting since when, as the time that has passed
 */
public record Waiting(String reason, Duration lasting) {}
