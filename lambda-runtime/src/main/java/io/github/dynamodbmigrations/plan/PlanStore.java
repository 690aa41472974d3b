package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.history.RunKey;

/** The plans that {@link RunLog#start} has frozen. */
public interface PlanStore {
    /**
     * Reads the frozen plan of a run.
     *
     * @param run the run
     * @return its plan
     */
    RunPlan read(RunKey run);
}
