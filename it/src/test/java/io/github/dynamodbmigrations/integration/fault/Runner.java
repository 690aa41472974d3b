package io.github.dynamodbmigrations.integration.fault;

import java.util.List;

/** Something that runs a migration, can be killed in the middle of it, and be started again. */
interface Runner {
    /** Starts or resumes. */
    void start();

    /** The share of the table that the first pass has worked through, 0 to 1. */
    double progress();

    /** Ids of things that have been read and may not have been written yet. */
    List<String> inFlight();

    /** Ends it as {@code kill -9} does, wherever it is. */
    void kill();

    /** Whether it still runs. */
    boolean isAlive();

    /** Whether it ended and says that the migration succeeded. */
    boolean hasSucceeded();

    /** Refused conditions so far. */
    long conflicts();
}
