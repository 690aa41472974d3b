package io.github.dynamodbmigrations.history;

import io.github.dynamodbmigrations.throttle.Pause;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Who holds a lock, and whether that one is alive.
 *
 * @param lock as it was last seen
 * @param isAlive whether its holder is alive, or nobody can tell
 */
public record LockInspection(LockState lock, boolean isAlive) {
    private static final Owner NOBODY = Owner.direct("");

    /**
     * Looks, until it is known: a process of its own is watched until it shows that it lives, or for its whole lease on
     * this observer's clock.
     *
     * @param lock the lock
     * @param liveness whether owners live
     * @param nanoTime a monotonic clock
     * @param pause how to wait
     * @param poll how often to look
     * @return what was found
     */
    public static LockInspection of(Lock lock, Liveness liveness, LongSupplier nanoTime, Pause pause, Duration poll) {
        var watch = new LockWatch(liveness);
        var first = lock.read();
        var seen = first;
        while (true) {
            var verdict = watch.judge(seen, NOBODY, nanoTime.getAsLong());
            if (verdict != LockWatch.Verdict.HELD) {
                return new LockInspection(seen, false);
            }
            var canShow = liveness.of(seen.holder().orElseThrow().owner()) == Liveness.Verdict.ASK_HEARTBEAT;
            if (!canShow || !seen.equals(first)) {
                return new LockInspection(seen, true);
            }
            pause.pause(poll);
            seen = lock.read();
        }
    }
}
