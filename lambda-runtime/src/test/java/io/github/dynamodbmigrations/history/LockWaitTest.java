package io.github.dynamodbmigrations.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.MigrationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LockWaitTest {
    private static final Owner ADA = Owner.direct("ada@laptop/1");
    private static final Owner BOB = Owner.direct("bob@laptop/2");
    private static final Owner EXECUTION =
            Owner.workflow("arn:aws:states:eu-west-1:111122223333:execution:Shop:dm-00000001-abc");
    private static final LockSettings SETTINGS = new LockSettings(
            Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofMinutes(5), Duration.ofSeconds(2));
    private static final Checksums CODE = new Checksums("v1:a", "v1:b");
    private static final Work FIRST = new Work(new RunKey(1, 1), CODE);
    private static final Work SECOND = new Work(new RunKey(2, 2), CODE);

    private final MemoryLock lock = new MemoryLock();
    private final List<LockState> waitedFor = new ArrayList<>();
    private long nano;
    private Runnable meanwhile = () -> {};

    @Test
    void takesAFreeLockAtOnce() {
        assertEquals(1, waiting(Liveness.HEARTBEAT).acquire(ADA).epoch());
        assertEquals(List.of(), waitedFor);
    }

    @Test
    void countsEveryAcquisition() {
        var holding = waiting(Liveness.HEARTBEAT).acquire(ADA);
        lock.release(holding);
        assertEquals(2, waiting(Liveness.HEARTBEAT).acquire(BOB).epoch());
    }

    @Test
    void keepsItsOwnLock() {
        var holding = waiting(Liveness.HEARTBEAT).acquire(ADA);
        assertEquals(holding, waiting(Liveness.HEARTBEAT).acquire(ADA));
    }

    @Test
    void waitsForAHolderThatShowsThatItLives() {
        var holding = waiting(Liveness.HEARTBEAT).acquire(ADA);
        meanwhile = () -> {
            lock.renew(holding);
            if (seconds() == 200) {
                lock.release(holding);
            }
        };
        assertEquals(2, waiting(Liveness.HEARTBEAT).acquire(BOB).epoch());
        assertEquals(200, seconds());
        assertEquals(Optional.empty(), lock.state.unclean());
    }

    @Test
    void takesOverWhenTheNonceStandsStillForTheLease() {
        waiting(Liveness.HEARTBEAT).acquire(ADA);
        assertEquals(2, waiting(Liveness.HEARTBEAT).acquire(BOB).epoch());
        assertEquals(20, seconds());
    }

    @Test
    void givesUpInTimeAndNamesTheHolder() {
        var holding = waiting(Liveness.HEARTBEAT).acquire(ADA);
        lock.workOn(FIRST);
        meanwhile = () -> lock.renew(holding);
        var thrown = assertThrows(
                MigrationException.class, () -> waiting(Liveness.HEARTBEAT).acquire(BOB));
        assertEquals(
                "DM302 the lock of the history is held by direct ada@laptop/1, since 1970-01-01T00:00:00Z by its own clock,"
                        + " for version 1; waited for it 300 s. Wait until it has ended, or raise <lockWait>.",
                thrown.getMessage());
    }

    @Test
    void takesAWorkflowForAliveUnlessItIsKnownToBeOver() {
        waiting(Liveness.HEARTBEAT).acquire(EXECUTION);
        assertThrows(MigrationException.class, () -> waiting(Liveness.HEARTBEAT).acquire(BOB));
        var begun = seconds();
        assertEquals(2, waiting(owner -> Liveness.Verdict.OVER).acquire(BOB).epoch());
        assertEquals(begun, seconds());
    }

    @Test
    void letsTheSameRunWithTheSameCodeGoOnAtOnceAfterATakeover() {
        var wait = takenOver();
        wait.awaitClean(holding(BOB), FIRST);
        assertEquals(20, seconds());
    }

    @Test
    void letsAnotherRunWaitUntilTheMissingWorkersLongestLifeIsOver() {
        var wait = takenOver();
        wait.awaitClean(holding(BOB), SECOND);
        assertEquals(20 + 60, seconds());
        assertEquals(Optional.empty(), lock.state.unclean());
    }

    @Test
    void letsChangedCodeOfTheSameRunWait() {
        var wait = takenOver();
        wait.awaitClean(holding(BOB), new Work(FIRST.run(), new Checksums("v1:other", "v1:b")));
        assertEquals(20 + 60, seconds());
    }

    @Test
    void countsTheWaitFromWhenItWasNoticed() {
        var wait = takenOver();
        nano += Duration.ofSeconds(45).toNanos();
        wait.awaitClean(holding(BOB), SECOND);
        assertTrue(seconds() >= 80 && seconds() < 84, "waited until " + seconds());
    }

    @Test
    void waitsAnewForALaterMark() {
        var wait = takenOver();
        nano += Duration.ofSeconds(45).toNanos();
        lock.markUnclean(holding(BOB), new LockState.Unclean("later", SETTINGS.longestLife(), FIRST));
        wait.awaitClean(holding(BOB), SECOND);
        assertEquals(20 + 45 + 60, seconds());
    }

    @Test
    void staysUncleanThroughAnotherTakeover() {
        takenOver();
        waiting(Liveness.HEARTBEAT).acquire(ADA);
        assertEquals(FIRST, lock.state.unclean().orElseThrow().work());
    }

    @Test
    void stopsIfTheLockIsLostMeanwhile() {
        var wait = takenOver();
        var bob = holding(BOB);
        waiting(owner -> Liveness.Verdict.OVER).acquire(ADA);
        var thrown = assertThrows(MigrationException.class, () -> wait.awaitClean(bob, SECOND));
        assertEquals(FailureCode.LOCK_LOST.code(), thrown.code());
    }

    /** Ada worked on the first run and is gone; Bob has the lock, since the twentieth second. */
    private LockWait takenOver() {
        waiting(Liveness.HEARTBEAT).acquire(ADA);
        lock.workOn(FIRST);
        var wait = waiting(Liveness.HEARTBEAT);
        wait.acquire(BOB);
        return wait;
    }

    private Holding holding(Owner owner) {
        return new Holding(owner, lock.state.epoch());
    }

    private LockWait waiting(Liveness liveness) {
        return new LockWait(
                lock,
                SETTINGS,
                liveness,
                () -> nano,
                pause -> {
                    nano += pause.toNanos();
                    meanwhile.run();
                },
                waitedFor::add);
    }

    private long seconds() {
        return Duration.ofNanos(nano).toSeconds();
    }
}
