package io.github.dynamodbmigrations.lambda;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.run.ActiveRun;
import java.util.Set;

/**
 * Brings a worker's failure into the history, where the deployment finds its one line: a state machine is told the class of
 * an exception only, and a map that it failed. It also tells the other workers to come to an end.
 */
final class WorkerFailure {
    /** They say that somebody else goes on, or has ended the run. */
    private static final Set<String> NOT_OURS = Set.of(
            FailureCode.LOCK_LOST.code(),
            FailureCode.SEGMENT_TAKEN.code(),
            FailureCode.HISTORY_MOVED_ON.code(),
            FailureCode.STOPPED.code());

    /** Nothing is wrong with the run: the next attempt goes on. */
    private static final Set<String> INTERRUPTS = Set.of(FailureCode.CODE_EXCHANGED.code(), FailureCode.ABORTED.code());

    private WorkerFailure() {}

    static MigrationException recorded(Session session, ActiveRun active, RunCall call, MigrationException failure) {
        if (NOT_OURS.contains(failure.code())) {
            return failure;
        }
        var holding = new Holding(active.run().attempt().owner(), call.epoch());
        try {
            if (INTERRUPTS.contains(failure.code())) {
                session.lifecycle().interrupt(holding, active.run(), Cause.of(failure));
            } else {
                session.lifecycle().fail(holding, active, Cause.of(failure));
            }
        } catch (MigrationException unrecorded) {
            if (NewRole.isDenied(unrecorded)) {
                // It is what Control has to be told of.
                unrecorded.addSuppressed(failure);
                return unrecorded;
            }
            failure.addSuppressed(unrecorded);
        }
        return failure;
    }
}
