package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.checkpoint.MemoryCheckpoints;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.plan.Capacity;
import io.github.dynamodbmigrations.plan.PlanDifferences;
import io.github.dynamodbmigrations.plan.TableFacts;
import io.github.dynamodbmigrations.segment.Fence;
import io.github.dynamodbmigrations.segment.Gate;
import io.github.dynamodbmigrations.segment.Ports;
import io.github.dynamodbmigrations.segment.SegmentObserver;
import io.github.dynamodbmigrations.throttle.Concurrency;
import java.util.Map;

/** Walks a verify pass alone: it takes no lock, and writes no item, no checkpoint and no reject. */
final class VerifyGoal implements Goal {
    private static final int PASS = Passes.FIRST + 1;

    @Override
    public Map<String, String> run(GoalCall call) {
        var ports = call.existing();
        var engine = call.engine();
        var state = ports.history().read();
        var active = new EndedRun(call, engine).succeeded(state, call.entry().version());
        var name = Text.versioned(active.plan().version(), active.migration().name());
        if (active.isTask()) {
            call.console().line(name + " is a task: there is nothing to verify");
            return Map.of();
        }
        if (!PlanDifferences.between(
                        active.plan(),
                        engine.lifecycle().planNow(state, active.migration(), active.plan(), active.table()))
                .isEmpty()) {
            call.console().line("warning: " + name + " is verified with code that is not the code that ran");
        }
        var result = walk(call, engine, active.inPass(PASS));
        call.console()
                .line(name + " verified" + RunReport.tally(result.tally()) + "  residual "
                        + Text.number(result.residual()) + "  unproven " + Text.number(result.unproven()));
        if (result.residual() > 0) {
            throw FailureCode.RESIDUAL_FOUND.exception("items are still to be changed: " + name + ". "
                    + Text.number(result.residual()) + " of "
                    + Text.number(result.tally().scanned())
                    + " are of the old shape, although the version succeeded, so that somebody has written them since. Deploy"
                    + " writers of the new shape only, and give a new version the same change.");
        }
        return Map.of();
    }

    private static PassResult walk(GoalCall call, GoalCall.Engine engine, ActiveRun active) {
        var plan = active.plan();
        var memory = new MemoryCheckpoints();
        var ports = engine.ports();
        var requests = new Concurrency(call.threads(), RunSettings.ITEMS_IN_FLIGHT);
        var units = active.table()
                .map((TableFacts table) ->
                        Capacity.of(active.migration(), table, engine.settings().given()))
                .orElseThrow();
        var pace = new ItemWork(ports, call.surroundings(), call.threads())
                .pace(
                        Budgets.share(units, 1, call.surroundings())
                                .among(engine.settings().workers()),
                        requests,
                        Gate.OPEN);
        var items = new Ports(
                ports.items().source(plan, requests),
                ports.items().writer(plan),
                memory,
                new KnownRejects(ports.rejects()),
                Fence.NONE);
        var walk = new PassWalk(active, items, pace, 0, call.surroundings().uuids(), SegmentObserver.NONE);
        var isDone = new WorkerPool(call.threads(), engine.settings().workers())
                .walk(plan.totalSegments(), call.stop(), walk::walk);
        if (!isDone) {
            throw FailureCode.STOPPED.exception("verify was stopped: version " + plan.version()
                    + ". It was asked to stop before its end. Run it again: it begins anew.");
        }
        return PassResult.of(memory.ofPass(plan.version(), plan.rank(), PASS), plan.totalSegments());
    }
}
