package io.github.dynamodbmigrations.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.throttle.Pause;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A holder is judged by what one observer sees on its own clock. */
final class LockInspectionTest {
    private static final Duration LEASE = Duration.ofSeconds(20);

    private final MemoryLock lock = new MemoryLock();
    private long now = 7;

    @Test
    void aFreeLockHasNobodyAlive() {
        var found = inspect(Liveness.HEARTBEAT, () -> {});
        assertTrue(found.lock().holder().isEmpty());
        assertFalse(found.isAlive());
    }

    @Test
    void whoeverShowsNothingForTheLeaseIsGone() {
        hold(Owner.direct("bob"));
        var begun = now;
        assertFalse(inspect(Liveness.HEARTBEAT, () -> {}).isAlive());
        assertEquals(LEASE, Duration.ofNanos(now - begun), "no sooner and no later");
    }

    @Test
    void whoeverRenewsOnceIsAlive() {
        var holding = hold(Owner.direct("bob"));
        assertTrue(inspect(Liveness.HEARTBEAT, () -> lock.renew(holding)).isAlive());
    }

    @Test
    void aWorkflowIsAliveUnlessItIsKnownToBeOver() {
        hold(Owner.workflow("arn:aws:states:eu-west-1:1:execution:m:e"));
        assertTrue(inspect(Liveness.HEARTBEAT, () -> {}).isAlive());
        assertFalse(inspect(owner -> Liveness.Verdict.OVER, () -> {}).isAlive());
    }

    private LockInspection inspect(Liveness liveness, Runnable meanwhile) {
        Pause pause = length -> {
            now += length.toNanos();
            meanwhile.run();
        };
        return LockInspection.of(lock, liveness, () -> now, pause, Duration.ofSeconds(2));
    }

    private Holding hold(Owner owner) {
        return lock.take(lock.read(), owner, LEASE, LEASE).orElseThrow();
    }
}
