package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.plan.PlannedRuns.NextRun;
import java.util.Comparator;
import java.util.List;

/** Says what has to run to reach a target. */
public final class Planner {
    private Planner() {}

    /**
     * Plans.
     *
     * @param history what was applied; a run whose owner is known to be gone has been recorded as INTERRUPTED
     * @param migrations what there is
     * @param settings what is asked for
     * @return the runs, and all problems and warnings
     */
    public static PlannedRuns plan(
            HistoryState history, List<MigrationDefinition> migrations, PlannerSettings settings) {
        var check = HistoryCheck.of(history, migrations, settings);
        // The unfinished run first: it is the one that may run while it is unfinished.
        var runs = migrations.stream()
                .filter(migration -> check.isPending(migration.version()))
                .sorted(Comparator.comparingLong(MigrationDefinition::version))
                .map(migration -> next(history, migration))
                .sorted(Comparator.comparing(run -> run.unfinished().isEmpty()))
                .toList();
        return new PlannedRuns(check.problems().isEmpty() ? runs : List.of(), check.problems(), check.warnings());
    }

    private static NextRun next(HistoryState history, MigrationDefinition migration) {
        return new NextRun(migration, history.unfinished().filter(run -> run.version() == migration.version()));
    }
}
