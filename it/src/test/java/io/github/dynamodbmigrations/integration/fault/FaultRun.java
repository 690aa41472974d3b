package io.github.dynamodbmigrations.integration.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.integration.fault.Operation.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One migration while the application writes: it is killed after a quarter of its pages and resumed, and in the end the
 * application's own record decides.
 *
 * @param application what writes
 * @param runner what migrates
 * @param seed of the writers
 */
record FaultRun(Application application, Runner runner, long seed) {
    private static final double KILLED_AFTER = 0.25;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration DOWN = Duration.ofSeconds(1);

    /**
     * What came of it.
     *
     * @param verdict of the judge
     * @param things that were judged
     * @param acknowledged writes of the application
     * @param conflicts conditions of the migration that the application's writes made fail
     */
    record Report(Verdict verdict, int things, long acknowledged, long conflicts) {
        @Override
        public String toString() {
            return "%,d things, %,d acknowledged writes, %,d refused conditions: %s"
                    .formatted(things, acknowledged, conflicts, verdict);
        }
    }

    Report run() throws InterruptedException {
        var before = before();
        var writers = new ApplicationWriters(application, before.keySet(), runner::inFlight);
        writers.start(seed);
        List<Operation> operations;
        try {
            migrate(writers);
        } finally {
            runner.kill();
            operations = writers.stop();
        }
        var verdict = new Judge(before, application.effect()).judge(operations, application.read());
        var report = new Report(verdict, before.size(), acknowledged(operations), runner.conflicts());
        System.out.println(report);
        return report;
    }

    private void migrate(ApplicationWriters writers) throws InterruptedException {
        runner.start();
        await("a quarter of the pages", () -> runner.progress() >= KILLED_AFTER || !runner.isAlive());
        assertTrue(runner.isAlive(), "it ended before it could be killed");
        runner.kill();
        Thread.sleep(DOWN.toMillis());
        runner.start();
        await("the end of the first pass", () -> runner.progress() >= 1 || !runner.isAlive());
        writers.stopInserting();
        await("the end", () -> !runner.isAlive());
        assertTrue(runner.hasSucceeded(), "it did not succeed");
    }

    private static long acknowledged(List<Operation> operations) {
        return operations.stream()
                .filter(operation -> operation.outcome() == Outcome.OK)
                .count();
    }

    private Map<String, Thing> before() {
        var before = new HashMap<String, Thing>();
        application.read().forEach((id, copies) -> {
            assertTrue(copies.size() == 1, () -> id + " is there twice before the migration");
            before.put(id, copies.get(0));
        });
        return before;
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        var end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "it took too long to reach " + what);
            Thread.sleep(20);
        }
    }
}
