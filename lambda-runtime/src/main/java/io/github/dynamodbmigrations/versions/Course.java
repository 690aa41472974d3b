package io.github.dynamodbmigrations.versions;

import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.plan.HistoryCheck;
import io.github.dynamodbmigrations.plan.MigrationDefinition;
import io.github.dynamodbmigrations.plan.PlanStore;
import io.github.dynamodbmigrations.plan.PlannedRuns;
import io.github.dynamodbmigrations.plan.Planner;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import io.github.dynamodbmigrations.plan.UndoneRuns;
import java.util.List;
import java.util.Optional;

/** Says what lies on the way to a version. */
public final class Course {
    private Course() {}

    /**
     * The legs: up to the target or to the latest version, or down to a target below what the data has. A run that is under
     * way is the next one, too: whoever starts it waits for its turn.
     *
     * @param history what was done
     * @param migrations what there is
     * @param settings what is asked for
     * @param plans what was frozen for the runs
     * @return the legs in order; none if the data has the version
     * @throws io.github.dynamodbmigrations.MigrationException if something stands in the way
     */
    public static List<Leg> of(
            HistoryState history, List<MigrationDefinition> migrations, PlannerSettings settings, PlanStore plans) {
        var isDown = isDown(history, settings.target());
        if (isDown) {
            requireKnownTarget(history, migrations, settings);
        }
        var direction = isDown ? Direction.DOWN : Direction.UP;
        var isOtherUnderWay = history.unfinished()
                .filter(run -> run.state() == RunState.RUNNING && run.direction() != direction)
                .isPresent();
        var seen = isOtherUnderWay ? history : withoutRunning(history);
        var planned = isDown
                ? Planner.undo(seen, migrations, settings.target(), new UndoneRuns.Frozen(plans, false))
                : Planner.plan(seen, migrations, settings);
        return planned.orThrow().stream().map(Course::leg).toList();
    }

    /** Between two versions there is none that the data could have. */
    private static void requireKnownTarget(
            HistoryState history, List<MigrationDefinition> migrations, PlannerSettings settings) {
        HistoryCheck.of(history, migrations, settings).problems().stream()
                .filter(problem -> problem.code() == FailureCode.UNKNOWN_TARGET)
                .findFirst()
                .ifPresent(problem -> {
                    throw problem.exception();
                });
    }

    private static Leg leg(PlannedRuns.NextRun next) {
        return new Leg(next.migration().version(), Direction.of(next.undoing()));
    }

    /** An undo that did not come to its end has taken its version away already, and goes on below it. */
    private static boolean isDown(HistoryState history, Optional<Long> target) {
        var has = history.unfinished()
                .filter(run -> run.direction() == Direction.DOWN)
                .map(Run::version)
                .orElse(history.highestApplied());
        return target.filter(version -> version < has).isPresent();
    }

    private static HistoryState withoutRunning(HistoryState history) {
        var runs = history.runs().stream()
                .map(run -> run.state() == RunState.RUNNING
                        ? run.ended(RunState.INTERRUPTED, Optional.empty(), run.tally(), run.startedAt())
                        : run)
                .toList();
        return new HistoryState(
                history.id(),
                history.baseline(),
                history.status(),
                history.lastRank(),
                runs,
                history.bindings(),
                history.amendments());
    }
}
