package io.github.dynamodbmigrations.plan;

import static io.github.dynamodbmigrations.plan.Known.history;
import static io.github.dynamodbmigrations.plan.Known.migration;
import static io.github.dynamodbmigrations.plan.Known.run;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.history.Undoing;
import io.github.dynamodbmigrations.plan.MigrationDefinition.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class UndoCheckTest {
    private static final List<MigrationDefinition> THREE = List.of(reversible(2), reversible(9), reversible(10));

    @Test
    void undoesTheNewestVersionUnlessATargetIsGiven() {
        var runs = Planner.undo(threeApplied(), THREE, Optional.empty()).orThrow();
        assertEquals(List.of(10L), versions(runs));
        assertEquals(Optional.of(new Undoing(3, 9)), runs.get(0).undoing());
    }

    @Test
    void undoesWhatIsAboveTheTargetNewestFirstEachToTheOneBelowIt() {
        var runs = Planner.undo(threeApplied(), THREE, Optional.of(1L)).orThrow();
        assertEquals(List.of(10L, 9L, 2L), versions(runs));
        assertEquals(
                List.of(new Undoing(3, 9), new Undoing(2, 2), new Undoing(1, 0)),
                runs.stream().map(run -> run.undoing().orElseThrow()).toList());
    }

    @Test
    void undoesTheRankThatWasAppliedLast() {
        var again = history(
                0,
                run(2, 1, RunState.UNDONE),
                run(2, 2, RunState.SUCCEEDED, Direction.DOWN, true),
                run(2, 3, RunState.SUCCEEDED));
        var runs = Planner.undo(again, THREE, Optional.empty()).orThrow();
        assertEquals(Optional.of(new Undoing(3, 0)), runs.get(0).undoing());
    }

    @Test
    void undoesEveryRankThatWroteItemsSinceItWasUndone() {
        var again = history(
                0,
                run(2, 1, RunState.UNDONE),
                run(2, 2, RunState.SUCCEEDED, Direction.DOWN, true),
                run(2, 3, RunState.FAILED),
                run(2, 4, RunState.FAILED, Direction.UP, false),
                run(2, 5, RunState.UNDONE),
                run(2, 6, RunState.SUCCEEDED, Direction.DOWN, false),
                run(2, 7, RunState.SUCCEEDED));
        var runs = Planner.undo(again, THREE, Optional.empty()).orThrow();
        assertEquals(
                Optional.of(new Undoing(7, 0, Set.of(3L, 5L), Set.of(6L))),
                runs.get(0).undoing());
    }

    @Test
    void undoesNothingWhereNothingWasApplied() {
        assertEquals(
                List.of(), Planner.undo(history(9), THREE, Optional.empty()).orThrow());
        assertEquals(
                List.of(), Planner.undo(threeApplied(), THREE, Optional.of(10L)).orThrow());
    }

    @Test
    void resumesAnUndoThatFailedAndNothingBeyondIt() {
        var failed = history(
                0,
                run(2, 1, RunState.SUCCEEDED),
                run(9, 2, RunState.SUCCEEDED),
                run(9, 3, RunState.FAILED, Direction.DOWN, true));
        var runs = Planner.undo(failed, THREE, Optional.empty()).orThrow();
        assertEquals(List.of(9L), versions(runs));
        assertEquals(Optional.of(3L), runs.get(0).unfinished().map(Run::rank));
        assertEquals(
                Optional.of(new Undoing(2, 2, Set.of(), Set.of(3L))),
                runs.get(0).undoing());
        assertEquals(List.of(FailureCode.UNFINISHED_RUN), codes(failed, THREE, Optional.of(9L)));
        assertEquals(
                FailureCode.UNFINISHED_RUN,
                Planner.plan(failed, THREE, PlannerSettings.DEFAULT)
                        .problems()
                        .get(0)
                        .code(),
                "nothing is applied meanwhile");
    }

    @Test
    void namesEverythingThatKeepsItFromUndoing() {
        var two = List.of(migration(2), reversible(10));
        assertEquals(
                List.of(FailureCode.APPLIED_BUT_MISSING, FailureCode.NOT_REVERSIBLE),
                codes(threeApplied(), two, Optional.of(0L)));
        var unfinished = history(0, run(2, 1, RunState.SUCCEEDED), run(9, 2, RunState.FAILED));
        assertEquals(List.of(FailureCode.UNFINISHED_RUN), codes(unfinished, THREE, Optional.of(0L)));
        assertEquals(List.of(FailureCode.BELOW_BASELINE), codes(history(5), THREE, Optional.of(4L)));
    }

    private static HistoryState threeApplied() {
        return history(0, run(2, 1, RunState.SUCCEEDED), run(9, 2, RunState.SUCCEEDED), run(10, 3, RunState.SUCCEEDED));
    }

    private static MigrationDefinition reversible(long version) {
        var it = migration(version);
        return new MigrationDefinition(
                it.version(),
                it.type(),
                Kind.REVERSIBLE,
                it.table(),
                it.description(),
                it.source(),
                it.guard(),
                it.writers(),
                it.readUnits(),
                it.writeUnits(),
                it.percentOfTable(),
                it.parameters(),
                it.onChange(),
                it.checksums());
    }

    private static List<Long> versions(List<PlannedRuns.NextRun> runs) {
        return runs.stream().map(run -> run.migration().version()).toList();
    }

    private static List<FailureCode> codes(
            HistoryState history, List<MigrationDefinition> migrations, Optional<Long> target) {
        var planned = Planner.undo(history, migrations, target);
        assertEquals(List.of(), planned.runs());
        return planned.problems().stream().map(PlanProblem::code).toList();
    }
}
