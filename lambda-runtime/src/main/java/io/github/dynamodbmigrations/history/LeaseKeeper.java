package io.github.dynamodbmigrations.history;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps a holder's lease and says whether it may still write. A thread of an adapter calls {@link #beat} every
 * {@link LockSettings#heartbeat}; workers ask before each request. The lease is measured as the larger of two advances,
 * since a monotonic clock may stand still while the machine sleeps, and a wall clock may be set back. Requests must time
 * out within a third of the lease.
 */
public final class LeaseKeeper {
    private final Lock lock;
    private final Holding holding;
    private final Duration lease;
    private final LongSupplier nanoTime;
    private final Clock wall;
    private volatile Renewal renewal;
    private volatile boolean isLost;

    private LeaseKeeper(Lock lock, Holding holding, Duration lease, LongSupplier nanoTime, Clock wall) {
        this.lock = lock;
        this.holding = holding;
        this.lease = lease;
        this.nanoTime = nanoTime;
        this.wall = wall;
        this.renewal = now();
    }

    /**
     * Begins with a first renewal, since it is not known when the lock was taken.
     *
     * @param lock the lock
     * @param holding what was taken
     * @param lease how long the nonce may stand still
     * @param nanoTime a monotonic clock
     * @param wall this machine's own wall clock
     * @return the keeper
     */
    public static LeaseKeeper start(Lock lock, Holding holding, Duration lease, LongSupplier nanoTime, Clock wall) {
        var keeper = new LeaseKeeper(lock, holding, lease, nanoTime, wall);
        keeper.beat();
        return keeper;
    }

    /** What is kept. */
    public Holding holding() {
        return holding;
    }

    /** Renews the lease. If that fails, for whatever reason, the lock counts as lost from then on. */
    public void beat() {
        var before = now();
        var renewed = false;
        try {
            renewed = !isLost && lock.renew(holding);
        } finally {
            if (renewed) {
                renewal = before;
            } else {
                isLost = true;
            }
        }
    }

    /**
     * Stops whoever asks unless a request that begins now ends within the lease.
     *
     * @throws io.github.dynamodbmigrations.MigrationException if not
     */
    public void check() {
        if (isLost || isEnding()) {
            throw FailureCode.LOCK_LOST.exception(lost(holding));
        }
    }

    /** Whether less than a third of the lease is left, or nothing: time to come to an end. */
    public boolean isEnding() {
        return isLost || left().compareTo(lease.dividedBy(3)) < 0;
    }

    private Duration left() {
        var last = renewal;
        var now = now();
        var elapsed = Math.max(now.nano - last.nano, (now.milli - last.milli) * 1_000_000);
        return lease.minusNanos(elapsed);
    }

    private Renewal now() {
        return new Renewal(nanoTime.getAsLong(), wall.millis());
    }

    static String lost(Holding holding) {
        return "the lock of the history is lost: " + holding.owner()
                + " could not renew it in time, or another one has taken it, so nothing more is written. Run again; the run"
                + " goes on from its checkpoints.";
    }

    private record Renewal(long nano, long milli) {}
}
