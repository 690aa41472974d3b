package io.github.dynamodbmigrations.lambda;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.plan.PlannedRuns.NextRun;
import io.github.dynamodbmigrations.run.RunLifecycle;
import io.github.dynamodbmigrations.versions.Leg;
import java.util.Map;
import java.util.Optional;

/** Claims the run of an execution. */
final class PlanStep {
    private final Session session;
    private final Event event;
    private final LockTurn turn;

    PlanStep(Session session, Event event) {
        this.session = session;
        this.event = event;
        this.turn = new LockTurn(session, event);
    }

    Map<String, Object> plan() {
        if (session.triggers()
                .isRestarted(
                        event.text("execution"),
                        event.text("definition"),
                        event.event("input").all())) {
            return Map.of("next", "DONE");
        }
        try {
            return claim();
        } catch (MigrationException stop) {
            if (turn.isWaitedFor(stop, event.event("input").number("lockWaitSeconds", 0))) {
                return turn.waiting();
            }
            session.refused(turn.owner().id(), Cause.of(stop));
            throw stop;
        }
    }

    private Map<String, Object> claim() {
        var holding = turn.acquire();
        var lifecycle = session.lifecycle();
        var baseline = event.event("input").number("baselineVersion", 0);
        if (baseline > 0) {
            session.ports().history().baseline(baseline);
        }
        var next = next(lifecycle, holding);
        if (next.isEmpty()) {
            session.ports().lock().release(holding);
            return Map.of("next", "DONE");
        }
        return WorkerGroups.of(lifecycle.begin(holding, turn.patience(), next.get()), holding, session.workers());
    }

    private Optional<NextRun> next(RunLifecycle lifecycle, Holding holding) {
        var input = event.event("input");
        var version = input.number("version");
        var isDown =
                input.find(Leg.DIRECTION).filter(Direction.DOWN.name()::equals).isPresent();
        return isDown
                ? lifecycle.planUndoOf(holding, version)
                : lifecycle.plan(holding).only(version);
    }
}
