package io.github.dynamodbmigrations.throttle;

import java.time.Duration;

/**
 * What a worker waits for.
 *
 * @param text as people read it, for example {@code throttled: write budget}
 * @param lasting since when, as the time that has passed
 */
public record Waiting(String text, Duration lasting) {}
