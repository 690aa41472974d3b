package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Says which versions are to be undone, newest first, and what keeps them from it (protocols, P6).
 *
 * @param versions in the order in which they are undone
 * @param problems what has to be solved before any of them is
 */
public record UndoCheck(List<Long> versions, List<PlanProblem> problems) {
    private static final String UNDO = "mvn dynamodb-migrations:undo";

    /** Copies the lists. */
    public UndoCheck {
        versions = List.copyOf(versions);
        problems = List.copyOf(problems);
    }

    /**
     * Looks at everything.
     *
     * @param history what was applied
     * @param migrations what there is
     * @param target the version that the data is to have afterwards; empty for the one before the newest
     * @return what is to be undone, and all problems
     */
    public static UndoCheck of(
            HistoryState history, List<? extends PackagedMigration> migrations, Optional<Long> target) {
        var problems = new ArrayList<PlanProblem>();
        var unfinished = history.unfinished();
        unfinished.flatMap(run -> unfinished(run, target)).ifPresent(problems::add);
        target.filter(version -> version < history.baseline())
                .map(version -> belowBaseline(history.baseline(), version))
                .ifPresent(problems::add);
        var versions = versions(history, unfinished.filter(run -> run.direction() == Direction.DOWN), target);
        for (var version : versions) {
            var migration = PackagedMigration.find(migrations, version);
            if (migration.isEmpty()) {
                problems.add(missing(version));
            } else if (!migration.get().isReversible()) {
                problems.add(notReversible(migration.get()));
            }
        }
        return new UndoCheck(versions, problems);
    }

    private static List<Long> versions(HistoryState history, Optional<Run> undoing, Optional<Long> target) {
        var versions = new ArrayList<Long>();
        undoing.map(Run::version).ifPresent(versions::add);
        history.runs().stream()
                .map(Run::version)
                .distinct()
                .filter(version -> version > history.baseline() && history.isApplied(version))
                .sorted(Comparator.reverseOrder())
                .filter(version -> target.map(it -> version > it).orElse(versions.isEmpty()))
                .forEach(versions::add);
        return versions;
    }

    private static Optional<PlanProblem> unfinished(Run run, Optional<Long> target) {
        if (run.direction() == Direction.UP) {
            return Optional.of(new PlanProblem(
                    run.state() == RunState.RUNNING ? FailureCode.RUN_IN_PROGRESS : FailureCode.UNFINISHED_RUN,
                    "version " + run.version() + " is " + run.state()
                            + ", and nothing is undone before it has succeeded."
                            + " Finish it with `mvn dynamodb-migrations:migrate`, then undo it."));
        }
        return target.filter(version -> version >= run.version())
                .map(version -> new PlanProblem(
                        FailureCode.UNFINISHED_RUN,
                        "undo of version " + run.version() + " is " + run.state() + ", and target " + version
                                + " would leave it so. Finish it: `" + UNDO + "` without a target."));
    }

    private static PlanProblem belowBaseline(long baseline, long target) {
        return new PlanProblem(
                FailureCode.BELOW_BASELINE,
                "target " + target + " is below the baseline " + baseline
                        + ": no run of this history applied those versions. Choose a target of at least " + baseline
                        + ".");
    }

    private static PlanProblem missing(long version) {
        return new PlanProblem(
                FailureCode.APPLIED_BUT_MISSING,
                "version " + version + " was applied and is to be undone, and the code has no migration for it."
                        + " Restore its class, or choose a target of at least " + version + ".");
    }

    private static PlanProblem notReversible(PackagedMigration migration) {
        return new PlanProblem(
                FailureCode.NOT_REVERSIBLE,
                migration.name() + " cannot be undone: version " + migration.version()
                        + " does not implement Reversible. Let it, and realign its checksum with `mvn"
                        + " dynamodb-migrations:repair`; write a new migration; or choose a target of at least "
                        + migration.version() + ".");
    }
}
