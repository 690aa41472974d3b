package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Undoing;
import io.github.dynamodbmigrations.plan.PlannedRuns.NextRun;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
        return new NextRun(
                migration, history.unfinished().filter(run -> run.version() == migration.version()), Optional.empty());
    }

    /**
     * Plans the way back, so far as the history alone says it.
     *
     * @param history what was applied; a run whose owner is known to be gone has been recorded as INTERRUPTED
     * @param migrations what there is
     * @param target the version that the data is to have; empty for the one before the newest
     * @return the runs, newest version first, and all problems
     */
    public static PlannedRuns undo(HistoryState history, List<MigrationDefinition> migrations, Optional<Long> target) {
        var check = UndoCheck.of(history, migrations, target);
        if (!check.problems().isEmpty()) {
            return new PlannedRuns(List.of(), check.problems(), List.of());
        }
        var runs = check.versions().stream()
                .map(version -> undo(
                        history, PackagedMigration.find(migrations, version).orElseThrow()))
                .toList();
        return new PlannedRuns(runs, List.of(), List.of());
    }

    /**
     * Plans the way back, and compares it with what was frozen for the runs that are undone.
     *
     * @param history what was applied; a run whose owner is known to be gone has been recorded as INTERRUPTED
     * @param migrations what there is
     * @param target the version that the data is to have; empty for the one before the newest
     * @param frozen what was frozen for the runs that are undone
     * @return the runs, newest version first, and all problems
     */
    public static PlannedRuns undo(
            HistoryState history,
            List<MigrationDefinition> migrations,
            Optional<Long> target,
            UndoneRuns.Frozen frozen) {
        return new UndoneRuns(history, frozen).check(undo(history, migrations, target));
    }

    /**
     * Plans the way back over one version, where each is undone by itself.
     *
     * @param history what was applied; a run whose owner is known to be gone has been recorded as INTERRUPTED
     * @param migrations what there is
     * @param version the version that is to be undone
     * @param frozen what was frozen for the runs that are undone
     * @return the run; empty if the version is not applied, as after its undo
     * @throws io.github.dynamodbmigrations.MigrationException if a later version is applied, or another problem is there
     */
    public static Optional<NextRun> undoOf(
            HistoryState history, List<MigrationDefinition> migrations, long version, UndoneRuns.Frozen frozen) {
        var isBegun = history.unfinished()
                .filter(run -> run.version() == version && run.direction() == Direction.DOWN)
                .isPresent();
        if (!isBegun && !history.isApplied(version)) {
            return Optional.empty();
        }
        var next = undo(history, migrations, Optional.empty(), frozen).orThrow().stream()
                .findFirst();
        if (next.filter(run -> run.migration().version() == version).isEmpty()) {
            throw FailureCode.UNKNOWN_TARGET.exception("version " + version + " is not what is undone next: that is "
                    + next.map(run -> "version " + run.migration().version())
                            .orElse("no version, as it is covered by the baseline")
                    + ". Undo the newest version first.");
        }
        return next;
    }

    private static NextRun undo(HistoryState history, MigrationDefinition migration) {
        // A run that undoes is resumed.
        var begun = history.latest(migration.version()).filter(run -> run.direction() == Direction.DOWN);
        return new NextRun(migration, begun, Optional.of(Undoing.of(history, migration.version())));
    }
}
