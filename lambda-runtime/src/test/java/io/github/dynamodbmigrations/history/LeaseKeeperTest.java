package io.github.dynamodbmigrations.history;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.MigrationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class LeaseKeeperTest {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final MemoryLock lock = new MemoryLock();
    private final Holding holding =
            lock.take(LockState.NEVER_HELD, Owner.direct("ada"), LEASE, LEASE).orElseThrow();
    private long nano;
    private Instant wall = Instant.parse("2026-03-29T00:59:00Z");
    private final LeaseKeeper lease = LeaseKeeper.start(lock, holding, LEASE, () -> nano, new SetClock());

    @Test
    void renewsWhenItBegins() {
        assertEquals(1, lock.renewals);
        assertDoesNotThrow(lease::check);
    }

    @Test
    void comesToAnEndWhileAThirdOfTheLeaseIsLeft() {
        pass(20);
        assertFalse(lease.isEnding());
        assertDoesNotThrow(lease::check);
        pass(1);
        assertTrue(lease.isEnding());
        assertThrows(MigrationException.class, lease::check);
    }

    @Test
    void goesOnAsLongAsItIsRenewed() {
        for (var beat = 0; beat < 100; beat++) {
            pass(19);
            lease.check();
            lease.beat();
        }
        assertFalse(lease.isEnding());
    }

    @Test
    void believesTheWallClockIfTheMonotonicOneStoodStillInASleep() {
        wall = wall.plus(LEASE);
        assertTrue(lease.isEnding());
    }

    @Test
    void believesTheMonotonicClockIfTheWallClockWasSetBack() {
        pass(30);
        wall = wall.minus(Duration.ofDays(1));
        assertTrue(lease.isEnding());
    }

    @Test
    void countsFromBeforeTheRenewalWasSent() {
        lock.beforeRenewal = () -> pass(25);
        assertTrue(LeaseKeeper.start(lock, holding, LEASE, () -> nano, new SetClock())
                .isEnding());
    }

    @Test
    void stopsAtOnceIfAnotherOneHasTheLock() {
        lock.take(lock.state, Owner.direct("bob"), LEASE, LEASE);
        lease.beat();
        var thrown = assertThrows(MigrationException.class, lease::check);
        assertEquals(FailureCode.LOCK_LOST.code(), thrown.code());
    }

    @Test
    void stopsAtOnceAndForGoodIfARenewalFails() {
        lock.isReachable = false;
        assertThrows(IllegalStateException.class, lease::beat);
        assertTrue(lease.isEnding());
        lock.isReachable = true;
        lease.beat();
        assertThrows(MigrationException.class, lease::check);
    }

    private void pass(long seconds) {
        nano += Duration.ofSeconds(seconds).toNanos();
        wall = wall.plusSeconds(seconds);
    }

    private final class SetClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return wall;
        }
    }
}
