package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.segment.Fence;
import io.github.dynamodbmigrations.segment.Gate;
import io.github.dynamodbmigrations.segment.Pace;
import io.github.dynamodbmigrations.segment.Ports;
import io.github.dynamodbmigrations.segment.SegmentObserver;
import io.github.dynamodbmigrations.throttle.Concurrency;
import java.util.concurrent.ExecutorService;

/**
 * Makes walks of runs over their items.
 *
 * @param ports what the engine talks to
 * @param surroundings clock and ids
 * @param threads what requests run in, without bounds
 */
public record ItemWork(EnginePorts ports, Surroundings surroundings, ExecutorService threads) {
    /**
     * A walk of a run's present pass.
     *
     * @param active the run; of a table
     * @param epoch the lock's epoch
     * @param fence whether it may still write
     * @param budgets the capacity that it may use
     * @param gate holds it back
     * @param observer sees what happens
     * @return the walk
     */
    public PassWalk walk(
            ActiveRun active, long epoch, Fence fence, Budgets budgets, Gate gate, SegmentObserver observer) {
        var plan = active.plan();
        var requests = new Concurrency(threads, RunSettings.ITEMS_IN_FLIGHT);
        var items = new Ports(
                ports.items().source(plan, requests),
                new MarkingWriter(
                        ports.items().writer(plan), ports.runs(), active.run().key()),
                ports.checkpoints(),
                ports.rejectLogs().apply(epoch),
                fence);
        return new PassWalk(active, items, pace(budgets, requests, gate), epoch, surroundings.uuids(), observer);
    }

    /** How fast workers may go. */
    Pace pace(Budgets budgets, Concurrency requests, Gate gate) {
        return new Pace(
                budgets.reads(),
                budgets.writes(),
                budgets.sharing(),
                requests,
                surroundings.pause(),
                surroundings.random(),
                Pace.PAGE_ITEMS,
                gate);
    }
}
