package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.Undoing;
import java.util.List;
import java.util.Optional;

/**
 * Which runs a target asks for.
 *
 * @param runs in the order in which they run; nothing runs if there is a problem
 * @param problems what has to be solved first
 * @param warnings what one should know
 */
public record PlannedRuns(List<NextRun> runs, List<PlanProblem> problems, List<PlanProblem> warnings) {
    /** Copies the lists. */
    public PlannedRuns {
        runs = List.copyOf(runs);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /**
     * A run to start or to resume.
     *
     * @param migration what it applies
     * @param unfinished the run that is to be resumed; empty for a new one
     * @param undoing what it undoes; empty for a run that applies its version
     */
    public record NextRun(MigrationDefinition migration, Optional<Run> unfinished, Optional<Undoing> undoing) {}

    /**
     * The runs, if nothing keeps them from starting.
     *
     * @throws io.github.dynamodbmigrations.MigrationException the first problem
     */
    public List<NextRun> orThrow() {
        if (!problems.isEmpty()) {
            throw problems.get(0).exception();
        }
        return runs;
    }

    /**
     * The run of one version, where each version is run by itself: all others must have been applied before.
     *
     * @param version the version, which was the target
     * @return its run; empty if it has been applied
     * @throws io.github.dynamodbmigrations.MigrationException the first problem
     */
    public Optional<NextRun> only(long version) {
        for (var next : orThrow()) {
            if (next.migration().version() != version) {
                throw FailureCode.PREDECESSOR_NOT_APPLIED.exception(
                        "version " + next.migration().version() + " has not been applied, and version " + version
                                + " comes after it. Run that one first, with `mvn dynamodb-migrations:migrate`: a deployment"
                                + " starts a version only once, and not again after its undo.");
            }
        }
        return runs.stream().findFirst();
    }
}
