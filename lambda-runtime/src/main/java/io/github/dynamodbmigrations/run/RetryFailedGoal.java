package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.checkpoint.RejectedItem.State;
import io.github.dynamodbmigrations.history.Amendment;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Work;
import io.github.dynamodbmigrations.judge.Judge;
import io.github.dynamodbmigrations.plan.Capacity;
import io.github.dynamodbmigrations.plan.PlanDifferences;
import io.github.dynamodbmigrations.plan.TableFacts;
import io.github.dynamodbmigrations.segment.Gate;
import io.github.dynamodbmigrations.segment.Ports;
import io.github.dynamodbmigrations.segment.RejectBudget;
import io.github.dynamodbmigrations.segment.SegmentWorker;
import io.github.dynamodbmigrations.throttle.Concurrency;
import java.util.Map;

/** Migrates again the items that the latest run left alone, with the plan that was frozen for it. */
final class RetryFailedGoal implements Goal {
    @Override
    public Map<String, String> run(GoalCall call) {
        call.existing();
        var engine = call.engine();
        var line = call.underLock(engine.ports()).call(call.owner(), held -> retry(call, engine, held));
        call.console().line(line);
        return Map.of();
    }

    private static String retry(GoalCall call, GoalCall.Engine engine, UnderLock.Held held) {
        var ports = engine.ports();
        var state = ports.history().open();
        var active = new EndedRun(call, engine).latest(state);
        var run = active.run().key();
        var open = ports.rejects().list(run.version(), run.rank(), Integer.MAX_VALUE);
        if (open.isEmpty()) {
            return "nothing to retry: no rejected item of version " + run.version() + ", the latest run, is open";
        }
        requireSame(engine, state, active);
        var holding = held.lease().holding();
        var work = new Work(run, active.plan().checksums());
        held.waiting().awaitClean(holding, work);
        ports.lock().workOn(holding, work);
        var worker = worker(call, engine, held, active);
        var closed = 0;
        for (var item : open) {
            if (call.stop().isReached() || held.lease().isEnding()) {
                break;
            }
            if (worker.retry(item, call.stop())) {
                ports.rejects()
                        .close(
                                item,
                                State.RETRIED,
                                holding.epoch(),
                                call.entry().owner(),
                                call.entry().why());
                closed++;
            }
        }
        var act = new Amendment.Retried(run, closed, open.size() - closed);
        if (closed > 0) {
            ports.amendments()
                    .append(holding, act, call.entry().owner(), call.entry().why());
        }
        return act.line();
    }

    private static void requireSame(GoalCall.Engine engine, HistoryState state, ActiveRun active) {
        var now = engine.lifecycle().planNow(state, active.migration(), active.plan(), active.table());
        PlanDifferences.refuse(active.plan(), now);
    }

    private static SegmentWorker worker(GoalCall call, GoalCall.Engine engine, UnderLock.Held held, ActiveRun active) {
        var plan = active.plan();
        var ports = engine.ports();
        var requests = new Concurrency(call.threads(), RunSettings.ITEMS_IN_FLIGHT);
        var table = active.table().orElseThrow();
        var units = Capacity.of(active.migration(), table, engine.settings().given());
        var pace = new ItemWork(ports, call.surroundings(), call.threads())
                .pace(Budgets.share(units, 1, call.surroundings()), requests, Gate.OPEN);
        var items = new Ports(
                ports.items().source(plan, requests),
                ports.items().writer(plan),
                ports.checkpoints(),
                ports.rejectLogs().apply(held.lease().holding().epoch()),
                held.lease()::check);
        var judge = new Judge(
                plan,
                (ItemMigration) active.migration().instantiate(),
                plan.context(),
                active.table().map(TableFacts::indexKeyTypes).orElse(Map.of()));
        return new SegmentWorker(plan, judge, items, pace, new RejectBudget(Long.MAX_VALUE), call.console());
    }
}
