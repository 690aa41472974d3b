package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.checkpoint.MemoryCheckpoints;
import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.segment.Deadline;
import io.github.dynamodbmigrations.segment.Fence;
import io.github.dynamodbmigrations.segment.Gate;
import io.github.dynamodbmigrations.segment.Ports;
import io.github.dynamodbmigrations.segment.SegmentObserver;
import io.github.dynamodbmigrations.throttle.Concurrency;
import java.util.concurrent.ExecutorService;

/**
 * Walks a run that has succeeded once more, with the same rank and from fresh segments, as if history remembered nothing:
 * what the items themselves show must be enough to write nothing.
 *
 * @param ports what it talks to; only items are touched
 * @param surroundings clock and ids
 * @param threads what its workers run in
 * @param workers how many
 */
record SecondWalk(EnginePorts ports, Surroundings surroundings, ExecutorService threads, int workers) {
    /**
     * Walks.
     *
     * @param succeeded the run
     * @return what happened to its items: no write among it
     * @throws io.github.dynamodbmigrations.MigrationException if an item was written
     */
    Tally walk(ActiveRun succeeded) {
        var memory = new MemoryCheckpoints();
        var plan = succeeded.plan();
        var requests = new Concurrency(threads, RunSettings.ITEMS_IN_FLIGHT);
        var pace = new ItemWork(ports, surroundings, threads).pace(Budgets.UNLIMITED, requests, Gate.OPEN);
        var items =
                new Ports(ports.items().source(plan, requests), ports.items().writer(plan), memory, memory, Fence.NONE);
        var again = succeeded.inPass(Passes.FIRST);
        var walk = new PassWalk(again, items, pace, 0, surroundings.uuids(), SegmentObserver.NONE);
        new WorkerPool(threads, workers).walk(plan.totalSegments(), Deadline.NEVER, walk::walk);
        var tally = PassResult.of(memory.ofPass(plan.version(), plan.rank(), Passes.FIRST), plan.totalSegments())
                .tally();
        var writes = tally.updated() + tally.deleted() + tally.puts();
        if (writes > 0) {
            throw FailureCode.SECOND_WALK_WROTE.exception("second walk wrote: "
                    + succeeded.migration().type().getSimpleName() + ", version " + plan.version()
                    + ". Walked again, it wrote "
                    + Text.number(writes)
                    + " items. Let it return Change.keep() for what it has already migrated, or declare a guard.");
        }
        return tally;
    }
}
