package io.github.dynamodbmigrations.checkpoint;

/** Remembers which steps of a task's run are done. */
public interface TaskMarkers {
    /**
     * Whether an earlier attempt of the run has completed a step.
     *
     * @param version the run's version
     * @param rank the run's rank
     * @param step the step's name
     * @return whether it has
     */
    boolean isDone(long version, long rank, String step);

    /**
     * Says that a step is done.
     *
     * @param version the run's version
     * @param rank the run's rank
     * @param step the step's name
     * @param epoch the lock's epoch under which it was done
     * @throws io.github.dynamodbmigrations.MigrationException if a later epoch has marked it
     */
    void markDone(long version, long rank, String step, long epoch);
}
