package io.github.dynamodbmigrations.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.run.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The engine's writing pass beside a bare loop over the same table, in turns and in one process. What counts are the ratios
 * within a pair: two runs that follow each other meet the same machine.
 */
final class EngineBench {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    /** docs/decisions/0140 says why not less. */
    private static final double MOST_CPU_WRITING = 1.55;

    private static final double MOST_CPU_READING = 1.75;

    private static final double LEAST_SPEED = 0.70;
    /** One checkpoint a page. */
    private static final double MOST_EXTRA_PER_PAGE = 1;
    /** Claims and check-outs of segments, the run's marks and the lock's heartbeats. */
    private static final int MOST_EXTRA_PER_SEGMENT = 4;

    private static final int MOST_EXTRA_PER_RUN = 12;
    private static final int ALL = 100;

    private final ExecutorService threads = Machine.threads();
    private int mark;

    private record Pair(Measurement engine, Measurement bare, long pages) {
        double cpu() {
            return engine.cpuMicrosPerItem() / bare.cpuMicrosPerItem();
        }

        double speed() {
            return engine.itemsPerSecond() / bare.itemsPerSecond();
        }

        long extra() {
            return engine.requests() - bare.requests();
        }
    }

    @Test
    void costsLittleMoreThanTheBareLoop() throws Exception {
        System.out.printf(
                "%-28s %12s %12s %7s %10s %10s %7s %14s%n",
                "", "engine us", "bare us", "ratio", "engine /s", "bare /s", "ratio", "extra calls");
        var misses = new ArrayList<String>();
        try (var client = LocalDynamo.client()) {
            var small = BenchTable.create(client, 8_000, 1_000);
            var large = BenchTable.create(client, 2_000, 40_000);
            warmUp(small);
            for (var percent : List.of(10, ALL)) {
                for (var segments : List.of(1, 4, 16)) {
                    measure(small, new Shape(1_000, percent, segments), misses);
                    measure(large, new Shape(40_000, percent, segments), misses);
                }
            }
        }
        assertEquals(List.of(), misses);
    }

    private void warmUp(BenchTable table) throws Exception {
        for (var round = 0; round < 4; round++) {
            pair(table, new Shape(1_000, ALL, 4), round);
        }
    }

    private void measure(BenchTable table, Shape shape, List<String> misses) throws Exception {
        pair(table, shape, 0);
        var pairs = new ArrayList<Pair>();
        for (var round = 0; round < ROUNDS; round++) {
            pairs.add(pair(table, shape, round));
        }
        var cpu = median(pairs, Pair::cpu);
        var speed = median(pairs, Pair::speed);
        var extra = median(pairs, pair -> (double) pair.extra());
        var pages = pairs.get(0).pages();
        System.out.printf(
                "%-28s %12.0f %12.0f %7.2f %10.0f %10.0f %7.2f %5.0f/%d pages%n",
                shape,
                median(pairs, pair -> pair.engine().cpuMicrosPerItem()),
                median(pairs, pair -> pair.bare().cpuMicrosPerItem()),
                cpu,
                median(pairs, pair -> pair.engine().itemsPerSecond()),
                median(pairs, pair -> pair.bare().itemsPerSecond()),
                speed,
                extra,
                pages);
        var mostCpu = shape.percent() == ALL ? MOST_CPU_WRITING : MOST_CPU_READING;
        miss(misses, cpu > mostCpu, shape + ": processor time ratio " + cpu + ", at most " + mostCpu);
        miss(misses, speed < LEAST_SPEED, shape + ": speed ratio " + speed + ", at least " + LEAST_SPEED);
        var most = MOST_EXTRA_PER_PAGE * pages + MOST_EXTRA_PER_SEGMENT * shape.segments() + MOST_EXTRA_PER_RUN;
        miss(misses, extra > most, shape + ": " + extra + " extra calls, at most " + most);
    }

    /** Whoever was first is second in the next round. */
    private Pair pair(BenchTable table, Shape shape, int round) throws InterruptedException, ExecutionException {
        var engine = new EnginePass(table, shape, threads);
        var bare = new BareLoop(table, shape, threads);
        if (round % 2 == 0) {
            var first = bare.run(++mark);
            return new Pair(engine.run(++mark), first, engine.pages());
        }
        var first = engine.run(++mark);
        return new Pair(first, bare.run(++mark), engine.pages());
    }

    private static double median(List<Pair> pairs, Function<Pair, Double> figure) {
        var sorted = pairs.stream().map(figure).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void miss(List<String> misses, boolean isMissed, String line) {
        if (isMissed) {
            misses.add(line);
        }
    }
}
