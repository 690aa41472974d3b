package io.github.dynamodbmigrations.history;

import java.time.Duration;

/**
 * Judges a lock from outside, by what one observer has seen of it on its own monotonic clock: clocks of different machines
 * are never compared. Used by one thread.
 */
final class LockWatch {
    private final Liveness liveness;
    private LockSeen seen = LockSeen.NOTHING;

    LockWatch(Liveness liveness) {
        this.liveness = liveness;
    }

    /** Whether a lock can be taken. */
    enum Verdict {
        /** Nobody holds it. */
        FREE,
        /** The observer holds it. */
        OURS,
        /** Somebody holds it. */
        HELD,
        /** Its holder is gone. */
        ABANDONED
    }

    /** Judges the lock as it was just read. */
    Verdict judge(LockState lock, Owner observer, long nanoTime) {
        if (lock.holder().isEmpty()) {
            return Verdict.FREE;
        }
        var holder = lock.holder().get();
        if (holder.owner().equals(observer)) {
            return Verdict.OURS;
        }
        return switch (liveness.of(holder.owner())) {
            case ALIVE -> Verdict.HELD;
            case OVER -> Verdict.ABANDONED;
            case ASK_HEARTBEAT ->
                unchanged(lock.epoch() + " " + holder.nonce(), nanoTime).compareTo(holder.lease()) < 0
                        ? Verdict.HELD
                        : Verdict.ABANDONED;
        };
    }

    /** For how long a mark has been seen without change. */
    Duration unchanged(String mark, long nanoTime) {
        if (!mark.equals(seen.mark())) {
            seen = new LockSeen(mark, nanoTime);
        }
        return Duration.ofNanos(nanoTime - seen.since());
    }

    /** What it has seen so far. */
    LockSeen seen() {
        return seen;
    }

    /** Goes on from what was seen before, on the same clock. */
    void remember(LockSeen before) {
        seen = before;
    }
}
