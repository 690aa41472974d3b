package io.github.dynamodbmigrations;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What is known of a run: frozen when it first starts, and the same for every item, worker and resume. */
public interface RunContext {
    /** Identifies the run. */
    String runId();

    /** The version that the data has when the run has succeeded. */
    long targetVersion();

    /** When the run first started: use it where a migration needs "now". */
    Instant startedAt();

    /**
     * The value of a parameter that {@link Parameters} declares.
     *
     * @param name its name
     * @return its value; empty if none was given
     */
    Optional<String> parameter(String name);

    /**
     * A context for tests, without parameters.
     *
     * @param targetVersion the version migrated to
     * @param startedAt the instant to show as the run's start
     * @return the context
     */
    static RunContext of(long targetVersion, Instant startedAt) {
        return of("test", targetVersion, startedAt, Map.of());
    }

    /**
     * A context with everything given.
     *
     * @param runId the run's id
     * @param targetVersion the version migrated to
     * @param startedAt the run's start
     * @param parameters values by name
     * @return the context
     */
    static RunContext of(String runId, long targetVersion, Instant startedAt, Map<String, String> parameters) {
        return new FixedRunContext(runId, targetVersion, startedAt, Map.copyOf(parameters));
    }
}
