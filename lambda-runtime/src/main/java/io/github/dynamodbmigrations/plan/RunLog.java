package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.history.Attempt;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunKey;
import java.util.Optional;

/**
 * Records what becomes of runs. Every change is conditional on the lock and on the state that it comes from; repeating a
 * change that this attempt has already made changes nothing.
 *
 * <p>Each method throws a {@link io.github.dynamodbmigrations.MigrationException} if the lock was lost, or if the history
 * is not as the caller knows it.
 */
public interface RunLog {
    /**
     * Starts a run: allots its rank, freezes its plan, binds its table.
     *
     * @param holding the lock
     * @param plan the plan; its rank is the one after the last that the history has allotted
     * @param attempt the first attempt
     * @return the run, RUNNING
     */
    Run start(Holding holding, RunPlan plan, Attempt attempt);

    /**
     * Resumes a run that is not RUNNING and did not succeed.
     *
     * @param holding the lock
     * @param run as it was read
     * @param plan its frozen plan; with other checksums if the author chose to go on with changed code
     * @param attempt the new attempt
     * @return the run, RUNNING
     */
    Run resume(Holding holding, Run run, RunPlan plan, Attempt attempt);

    /**
     * Says that from now on items may be written. Called before the first write of each worker.
     *
     * @param run the run
     */
    void markWrote(RunKey run);

    /**
     * Says that a pass begins.
     *
     * @param holding the lock
     * @param run as it was last returned
     * @param pass its number
     * @return the run in that pass
     */
    Run beginPass(Holding holding, Run run, int pass);

    /**
     * Records success, and in the same transaction the current version.
     *
     * @param holding the lock
     * @param run as it was last returned
     * @param tally the totals
     * @return the run, SUCCEEDED
     */
    Run succeed(Holding holding, Run run, Tally tally);

    /**
     * Records a failure: the status becomes FAILED and the version stays.
     *
     * @param holding the lock
     * @param run as it was last returned
     * @param cause why
     * @param tally the totals so far
     * @return the run, FAILED
     */
    Run fail(Holding holding, Run run, Cause cause, Tally tally);

    /**
     * Records that a run ended without having said so itself, or was stopped.
     *
     * @param holding the lock
     * @param run as it was last returned or read
     * @param cause what is known of it
     * @param tally the totals so far
     * @return the run, INTERRUPTED
     */
    Run interrupt(Holding holding, Run run, Cause cause, Tally tally);

    /**
     * Reads one run.
     *
     * @param run which one
     * @return it, if there is one
     */
    Optional<Run> find(RunKey run);
}
