package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.history.LockState;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.WorkerReport;
import io.github.dynamodbmigrations.segment.SegmentObserver;
import java.util.function.Supplier;

/** Sees what a runner does, for people. */
public interface RunObserver extends SegmentObserver {
    /**
     * Somebody else holds the lock, or may still write.
     *
     * @param lock the lock as it stands
     */
    default void waitingFor(LockState lock) {}

    /**
     * One should know something.
     *
     * @param message one line
     */
    default void warning(String message) {}

    /**
     * A run has started or been resumed.
     *
     * @param run the run
     */
    default void began(ActiveRun run) {}

    /**
     * A pass begins, or goes on.
     *
     * @param run the run in that pass
     * @param before what earlier attempts did of the pass
     * @param pace asks how fast the workers are, and what they wait for
     */
    default void passBegan(ActiveRun run, PassResult before, Supplier<WorkerReport> pace) {}

    /**
     * A run has ended.
     *
     * @param run as it was recorded
     * @param migration what it applied
     */
    default void ended(Run run, ActiveRun migration) {}
}
