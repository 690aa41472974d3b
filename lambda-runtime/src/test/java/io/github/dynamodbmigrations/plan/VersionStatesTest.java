package io.github.dynamodbmigrations.plan;

import static io.github.dynamodbmigrations.plan.Known.history;
import static io.github.dynamodbmigrations.plan.Known.migration;
import static io.github.dynamodbmigrations.plan.Known.run;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.RunState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class VersionStatesTest {
    @Test
    void ordersVersionsAsNumbers() {
        assertEquals(List.of("9 Pending", "10 Pending"), states(history(0), PlannerSettings.DEFAULT, 10, 9));
    }

    @Test
    void namesWhatWasNotApplied() {
        var history = history(2, run(5, 1, RunState.SUCCEEDED));
        assertEquals(
                List.of(
                        "1 Below Baseline",
                        "2 Ignored (Baseline)",
                        "4 Ignored",
                        "5 Success",
                        "6 Pending",
                        "7 Above Target"),
                states(history, PlannerSettings.DEFAULT.to(6), 1, 2, 4, 5, 6, 7));
    }

    @Test
    void showsTheBaselineThatNoClassStandsFor() {
        assertEquals(List.of("2 Baseline", "3 Pending"), states(history(2), PlannerSettings.DEFAULT, 3));
    }

    @Test
    void showsNoBaselineAtTheFirstVersion() {
        assertEquals(List.of("3 Pending"), states(history(0), PlannerSettings.DEFAULT, 3));
    }

    @Test
    void namesWhatWasAppliedAndIsGone() {
        var history = history(0, run(2, 1, RunState.SUCCEEDED), run(9, 2, RunState.SUCCEEDED));
        assertEquals(List.of("2 Missing", "5 Ignored", "9 Future"), states(history, PlannerSettings.DEFAULT, 5));
        var below = new PlannerSettings(Optional.empty(), 3, false, false, false);
        assertEquals(List.of("2 Success", "5 Ignored", "9 Future"), states(history, below, 5));
    }

    @Test
    void namesWhatDidNotSucceed() {
        assertEquals(List.of("2 Failed"), states(history(0, run(2, 1, RunState.FAILED)), PlannerSettings.DEFAULT, 2));
        assertEquals(
                List.of("2 Interrupted"),
                states(history(0, run(2, 1, RunState.INTERRUPTED)), PlannerSettings.DEFAULT, 2));
        assertEquals(List.of("2 Running"), states(history(0, run(2, 1, RunState.RUNNING)), PlannerSettings.DEFAULT, 2));
        assertEquals(
                List.of("2 Failed (Missing)", "5 Pending"),
                states(history(0, run(2, 1, RunState.FAILED)), PlannerSettings.DEFAULT, 5));
        assertEquals(
                List.of("5 Pending", "7 Failed (Future)"),
                states(history(0, run(7, 1, RunState.FAILED)), PlannerSettings.DEFAULT, 5));
    }

    @Test
    void namesWhatWasAppliedAfterAHigherVersion() {
        var history = history(0, run(3, 1, RunState.SUCCEEDED), run(2, 2, RunState.SUCCEEDED));
        assertEquals(List.of("2 Out of Order", "3 Success"), states(history, PlannerSettings.DEFAULT, 2, 3));
    }

    @Test
    void namesWhatWasUndone() {
        var undone = history(0, run(2, 1, RunState.UNDONE), run(2, 2, RunState.SUCCEEDED, Direction.DOWN, true));
        assertEquals(List.of("2 Undone"), states(undone, PlannerSettings.DEFAULT, 2));
    }

    @Test
    void showsDriftOfAppliedVersionsOnly() {
        var changed = List.of(
                migration(2, new Checksums("v1:other", "v1:reached")),
                migration(3, new Checksums("v1:own", "v1:other")));
        var history = history(0, run(2, 1, RunState.SUCCEEDED), run(3, 2, RunState.FAILED));
        var drifts = VersionStates.of(history, changed, PlannerSettings.DEFAULT, 0).stream()
                .map(VersionInfo::drift)
                .toList();
        assertEquals(List.of(Drift.CLASS, Drift.NONE), drifts);
    }

    private static List<String> states(HistoryState history, PlannerSettings settings, long... versions) {
        var migrations = Arrays.stream(versions).mapToObj(Known::migration).toList();
        return VersionStates.of(history, migrations, settings, 0).stream()
                .map(info -> info.version() + " " + info.state().text())
                .toList();
    }
}
