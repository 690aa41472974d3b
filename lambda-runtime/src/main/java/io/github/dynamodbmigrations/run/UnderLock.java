package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.history.LeaseKeeper;
import io.github.dynamodbmigrations.history.Liveness;
import io.github.dynamodbmigrations.history.LockSettings;
import io.github.dynamodbmigrations.history.LockState;
import io.github.dynamodbmigrations.history.LockWait;
import io.github.dynamodbmigrations.history.Owner;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Does something with the lock held, and renewed meanwhile.
 *
 * @param ports has the lock
 * @param settings how it is kept
 * @param liveness whether others that hold it live
 * @param surroundings clocks
 * @param waitingFor hears for whom it waits
 */
record UnderLock(
        EnginePorts ports,
        LockSettings settings,
        Liveness liveness,
        Surroundings surroundings,
        Consumer<LockState> waitingFor) {
    /**
     * The lock, held.
     *
     * @param waiting waits until nothing of a missing worker can still be under way
     * @param lease says whether it is still held
     */
    record Held(LockWait waiting, LeaseKeeper lease) {}

    /** Waits for the lock, does it, and lets go. */
    <T> T call(Owner owner, Function<Held, T> work) {
        var wait = new LockWait(
                ports.lock(), settings, liveness, surroundings.nanoTime(), surroundings.pause(), waitingFor);
        var holding = wait.acquire(owner);
        T result;
        try {
            result = renewed(holding, lease -> work.apply(new Held(wait, lease)));
        } catch (RuntimeException | Error failure) {
            releaseAfter(holding, failure);
            throw failure;
        }
        ports.lock().release(holding);
        return result;
    }

    private <T> T renewed(Holding holding, Function<LeaseKeeper, T> work) {
        try (var heartbeat = new Heartbeat(
                LeaseKeeper.start(
                        ports.lock(), holding, settings.lease(), surroundings.nanoTime(), surroundings.wall()),
                settings)) {
            return work.apply(heartbeat.lease());
        }
    }

    /** Where nothing is answered the lock is lost only for that reason, which then is the one to be told. */
    private void releaseAfter(Holding holding, Throwable failure) {
        try {
            ports.lock().release(holding);
        } catch (MigrationException unreleased) {
            if (isOf(FailureCode.LOCK_LOST, failure) && isOf(FailureCode.UNREACHABLE, unreleased)) {
                unreleased.addSuppressed(failure);
                throw unreleased;
            }
            failure.addSuppressed(unreleased);
        }
    }

    private static boolean isOf(FailureCode code, Throwable thrown) {
        return thrown instanceof MigrationException known && known.code().equals(code.code());
    }
}
