package io.github.dynamodbmigrations;

import java.net.URI;
import java.util.Optional;

/** The surroundings of a {@link TaskMigration}. */
public interface TaskContext {
    /** What is known of the run. */
    RunContext run();

    /** The physical name or ARN of the table that {@link Migration#table()} names; empty if it names none. */
    Optional<String> table();

    /** The DynamoDB endpoint to use instead of the service's, for example in a rehearsal. */
    Optional<URI> endpoint();

    /** The region that the run works in. */
    String region();

    /**
     * Runs a step unless an earlier attempt of this run has completed it, and marks it as done in the history. A crash
     * between the two makes it run again, so the step must bear that.
     *
     * @param name unique within the migration: letters, digits, {@code _ . -}, at most 64 characters
     * @param step what to do
     * @return whether the step ran now
     * @throws Exception what the step threw; it is not marked then
     */
    boolean once(String name, Step step) throws Exception;

    /** One step of a task. */
    @FunctionalInterface
    interface Step {
        /**
         * Does it.
         *
         * @throws Exception if it failed
         */
        void run() throws Exception;
    }
}
