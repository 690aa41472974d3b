package io.github.dynamodbmigrations.history;

import java.time.Duration;

/**
 * How long things take that concern the lock.
 *
 * @param lease how long the nonce of a holder may stand still while it lives; it is renewed four times as often
 * @param longestLife how long requests of the holder's workers may still be under way after it was last seen
 * @param lockWait how long to wait for a lock that somebody else holds
 * @param poll how often to look
 */
public record LockSettings(Duration lease, Duration longestLife, Duration lockWait, Duration poll) {
    /** The lease of a process of its own. */
    public static final Duration DIRECT_LEASE = Duration.ofSeconds(20);

    /** For a process of its own: its requests end with it, or within its lease. */
    public static LockSettings direct(Duration lease, Duration wait) {
        return new LockSettings(lease, lease, wait, lease.dividedBy(10));
    }

    /** How often the holder shows that it lives. */
    public Duration heartbeat() {
        return lease.dividedBy(4);
    }
}
