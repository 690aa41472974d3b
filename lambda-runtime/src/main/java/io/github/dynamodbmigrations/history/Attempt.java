package io.github.dynamodbmigrations.history;

import java.time.Instant;

/**
 * One start or resume of a run. Each has a VERSION item of its own, so that a resumed success never overwrites a failure.
 *
 * @param startedAt when
 * @param uuid made for it
 * @param owner who made it
 */
public record Attempt(Instant startedAt, String uuid, Owner owner) {}
