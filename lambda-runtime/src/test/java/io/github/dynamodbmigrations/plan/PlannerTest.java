package io.github.dynamodbmigrations.plan;

import static io.github.dynamodbmigrations.plan.Known.history;
import static io.github.dynamodbmigrations.plan.Known.migration;
import static io.github.dynamodbmigrations.plan.Known.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlannerTest {
    private static final PlannerSettings DEFAULT = PlannerSettings.DEFAULT;
    private static final List<MigrationDefinition> THREE = List.of(migration(10), migration(9), migration(2));

    @Test
    void appliesWhatIsPendingInTheOrderOfNumbers() {
        assertEquals(List.of(2L, 9L, 10L), versions(Planner.plan(history(0), THREE, DEFAULT)));
    }

    @Test
    void appliesWhatIsAboveTheCurrentVersionAndUpToTheTarget() {
        assertEquals(List.of(9L), versions(Planner.plan(history(0, succeeded(2)), THREE, DEFAULT.to(9))));
    }

    @Test
    void startsNothingIfTheTargetHasBeenApplied() {
        assertEquals(List.of(), versions(Planner.plan(history(0, succeeded(2)), THREE, DEFAULT.to(2))));
    }

    @Test
    void leavesOutWhatTheBaselineCovers() {
        assertEquals(List.of(10L), versions(Planner.plan(history(9), THREE, DEFAULT)));
    }

    @Test
    void resumesTheUnfinishedRunBeforeAnythingElse() {
        var planned = Planner.plan(history(0, run(2, 1, RunState.FAILED)), THREE, DEFAULT);
        assertEquals(List.of(2L, 9L, 10L), versions(planned));
        assertEquals(Optional.of(1L), planned.runs().get(0).unfinished().map(Run::rank));
        assertEquals(Optional.empty(), planned.runs().get(1).unfinished());
    }

    @Test
    void resumesAnOutOfOrderRunFirst() {
        var settings = new PlannerSettings(Optional.empty(), 0, true, false, false);
        var history = history(0, succeeded(9), run(10, 10, RunState.INTERRUPTED));
        assertEquals(List.of(10L, 2L), versions(Planner.plan(history, THREE, settings)));
    }

    @Test
    void appliesAgainWhatWasUndone() {
        var undone = run(2, 1, RunState.UNDONE);
        var undo = run(2, 2, RunState.SUCCEEDED, Direction.DOWN, true);
        assertEquals(List.of(2L, 9L, 10L), versions(Planner.plan(history(0, undone, undo), THREE, DEFAULT)));
    }

    static Stream<Refused> refused() {
        return Stream.of(
                new Refused(history(0, run(2, 1, RunState.RUNNING)), THREE, DEFAULT, FailureCode.RUN_IN_PROGRESS),
                new Refused(
                        history(0, succeeded(2), run(9, 2, RunState.FAILED)),
                        THREE,
                        DEFAULT.to(2),
                        FailureCode.UNFINISHED_RUN),
                new Refused(
                        history(0, run(2, 1, RunState.INTERRUPTED)),
                        List.of(migration(9)),
                        DEFAULT,
                        FailureCode.UNFINISHED_RUN),
                new Refused(history(0, succeeded(9)), THREE, DEFAULT, FailureCode.OUT_OF_ORDER),
                new Refused(history(0, succeeded(3)), List.of(migration(9)), DEFAULT, FailureCode.APPLIED_BUT_MISSING),
                new Refused(
                        history(0, succeeded(9), succeeded(99)),
                        List.of(migration(9)),
                        DEFAULT,
                        FailureCode.APPLIED_BUT_MISSING),
                new Refused(
                        history(0),
                        THREE,
                        new PlannerSettings(Optional.empty(), 9, false, false, false),
                        FailureCode.PREDECESSOR_NOT_APPLIED),
                new Refused(history(0), THREE, DEFAULT.to(4), FailureCode.UNKNOWN_TARGET),
                new Refused(
                        history(0, succeeded(2)),
                        List.of(migration(2, new Checksums("v1:other", "v1:reached"))),
                        new PlannerSettings(Optional.empty(), 0, false, false, true),
                        FailureCode.DRIFT));
    }

    record Refused(
            HistoryState history, List<MigrationDefinition> migrations, PlannerSettings settings, FailureCode code) {}

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWithOneCodeAndStartsNothing(Refused refused) {
        var planned = Planner.plan(refused.history(), refused.migrations(), refused.settings());
        assertEquals(
                List.of(refused.code()),
                planned.problems().stream().map(PlanProblem::code).toList());
        assertEquals(List.of(), planned.runs());
        var thrown = assertThrows(MigrationException.class, planned::orThrow);
        assertEquals(refused.code().code(), thrown.code());
    }

    @Test
    void reportsAllProblemsAtOnce() {
        var settings = new PlannerSettings(Optional.of(4L), 0, false, false, false);
        var planned =
                Planner.plan(history(0, succeeded(3), run(9, 10, RunState.FAILED)), List.of(migration(2)), settings);
        assertEquals(
                List.of(
                        FailureCode.UNKNOWN_TARGET,
                        FailureCode.UNFINISHED_RUN,
                        FailureCode.APPLIED_BUT_MISSING,
                        FailureCode.OUT_OF_ORDER),
                planned.problems().stream().map(PlanProblem::code).toList());
    }

    @Test
    void isQuietAboutMissingClassesBelowEmitFromAndWhereThatIsAllowed() {
        var below = new PlannerSettings(Optional.empty(), 9, false, false, false);
        assertEquals(List.of(9L), versions(Planner.plan(history(0, succeeded(2)), List.of(migration(9)), below)));
        var ignoring = new PlannerSettings(Optional.empty(), 0, false, true, false);
        assertEquals(List.of(9L), versions(Planner.plan(history(0, succeeded(2)), List.of(migration(9)), ignoring)));
    }

    @Test
    void runsOutOfOrderOnlyIfThatIsAllowed() {
        var settings = new PlannerSettings(Optional.empty(), 0, true, false, false);
        assertEquals(List.of(2L, 10L), versions(Planner.plan(history(0, succeeded(9)), THREE, settings)));
    }

    @Test
    void warnsOfDriftAndSaysBothChecksums() {
        var changed = List.of(migration(2, new Checksums("v1:other", "v1:reached")));
        var warned = Planner.plan(history(0, succeeded(2)), changed, DEFAULT).warnings();
        assertEquals(
                "DM201 Known changed after it ran: its class had checksum v1:own, now v1:other."
                        + " Restore it, or write a new migration; if it still does the same (another compiler can be the cause), realign it with `mvn"
                        + " dynamodb-migrations:repair`.",
                warned.get(0).message());
    }

    @Test
    void onlyWarnsOfChangedClassesThatItReaches() {
        var changed = List.of(migration(2, new Checksums("v1:own", "v1:other")));
        var strict = new PlannerSettings(Optional.empty(), 0, false, false, true);
        var planned = Planner.plan(history(0, succeeded(2)), changed, strict);
        assertEquals(List.of(), planned.problems());
        assertTrue(
                planned.warnings().get(0).message().contains("what it reaches had checksum v1:reached, now v1:other"));
    }

    @Test
    void runsOneVersionByItselfOnlyAfterItsPredecessors() {
        var first = Planner.plan(history(0), THREE, DEFAULT.to(2));
        assertEquals(2L, first.only(2).orElseThrow().migration().version());
        var second = Planner.plan(history(0), THREE, DEFAULT.to(9));
        var thrown = assertThrows(MigrationException.class, () -> second.only(9));
        assertEquals(FailureCode.PREDECESSOR_NOT_APPLIED.code(), thrown.code());
        var applied = Planner.plan(history(0, succeeded(2)), THREE, DEFAULT.to(2));
        assertEquals(Optional.empty(), applied.only(2));
    }

    private static Run succeeded(long version) {
        return run(version, version, RunState.SUCCEEDED);
    }

    private static List<Long> versions(PlannedRuns planned) {
        return planned.orThrow().stream()
                .map(next -> next.migration().version())
                .toList();
    }
}
