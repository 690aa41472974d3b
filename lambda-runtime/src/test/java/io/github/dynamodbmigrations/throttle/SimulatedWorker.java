package io.github.dynamodbmigrations.throttle;

import io.github.dynamodbmigrations.segment.SegmentOrder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A worker as the engine's: page by page, each of so many items at most, eight writes in flight, a checkpoint after each.
 * What it waits for before a write is its strategy's.
 */
final class SimulatedWorker {
    private static final Duration LATENCY = Duration.ofMillis(5);
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int IN_FLIGHT = 8;

    private final VirtualTime time;
    private final SimulatedTable table;
    private final Strategy strategy;
    private final int segments;
    private final long items;
    private final Random random;
    private final AtomicInteger working;
    private final Deque<Integer> left = new ArrayDeque<>();
    private int segment;
    private long unread;
    private long unsent;
    private long underWay;
    private double pageUnits;
    private long page;
    long calls;
    long throttled;
    double used;
    double endedAt;

    /** What a worker does about capacity. */
    interface Strategy {
        void begins(int segment);

        int page();

        /** Calls back when a write may be made. */
        void beforeWrite(Runnable then);

        void wrote(double units);

        void refused(TransientReason reason);

        void pageEnds(long items, double units);

        /** Whether it waits longer after each refusal of a write, else always as long as after the first. */
        boolean isPatient();
    }

    SimulatedWorker(
            VirtualTime time,
            SimulatedTable table,
            Strategy strategy,
            int segments,
            long items,
            int worker,
            int of,
            AtomicInteger working) {
        this.working = working;
        this.time = time;
        this.table = table;
        this.strategy = strategy;
        this.segments = segments;
        this.items = items;
        this.random = new Random(worker);
        SegmentOrder.of(segments, worker, of).forEach(left::add);
    }

    void start() {
        var next = left.poll();
        if (next == null) {
            endedAt = time.seconds();
            working.decrementAndGet();
            return;
        }
        segment = next;
        unread = items;
        strategy.begins(segment);
        readPage();
    }

    private void readPage() {
        if (unread == 0) {
            start();
            return;
        }
        page = Math.min(unread, strategy.page());
        unread -= page;
        unsent = page;
        pageUnits = 0;
        time.in(LATENCY, () -> {
            for (var lane = 0; lane < IN_FLIGHT; lane++) {
                next();
            }
        });
    }

    private void next() {
        if (unsent > 0) {
            unsent--;
            underWay++;
            // One to four units, as items of one to four kilobytes cost.
            var units = 1 + random.nextInt(4);
            write(units, 0);
        } else if (underWay == 0 && page > 0) {
            strategy.pageEnds(page, pageUnits);
            page = 0;
            time.in(LATENCY, this::readPage);
        }
    }

    private void write(double units, int refusals) {
        strategy.beforeWrite(() -> time.in(LATENCY, () -> {
            calls++;
            var partition = (int) ((long) segment * table.partitions / segments);
            var refusal = table.write(time.now(), partition, units);
            if (refusal.isPresent()) {
                throttled++;
                strategy.wrote(0);
                strategy.refused(refusal.get());
                time.in(strategy.isPatient() ? backoff(refusals) : FIRST, () -> write(units, refusals + 1));
                return;
            }
            used += units;
            pageUnits += units;
            strategy.wrote(units);
            underWay--;
            next();
        }));
    }

    private Duration backoff(int refusals) {
        var bound = Math.min(LONGEST.toNanos(), FIRST.toNanos() << Math.min(refusals, 12));
        return Duration.ofNanos(bound / 2 + random.nextLong(bound / 2));
    }
}
