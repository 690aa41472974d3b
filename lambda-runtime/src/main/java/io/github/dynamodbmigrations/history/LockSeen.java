package io.github.dynamodbmigrations.history;

/**
 * What one observer has seen of a lock without change.
 *
 * @param mark what it saw; empty for nothing
 * @param since since when, by its own monotonic clock in nanoseconds
 */
public record LockSeen(String mark, long since) {
    /** Nothing. */
    public static final LockSeen NOTHING = new LockSeen("", 0);
}
