package io.github.dynamodbmigrations.integration.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.integration.fault.Operation.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One migration while the application writes; in the end the application's own record decides.
 *
 * @param application what writes
 * @param runner what migrates
 * @param course what happens to it
 * @param seed of the writers
 * @param breath between two writes of a writer
 */
record FaultRun(Application application, Runner runner, Course course, long seed, Duration breath) {
    /** One whose writers are about as fast as they can be. */
    FaultRun(Application application, Runner runner, Course course, long seed) {
        this(application, runner, course, seed, Duration.ofMillis(2));
    }

    /**
     * What came of it.
     *
     * @param verdict of the judge
     * @param things that were judged
     * @param acknowledged writes of the application
     * @param conflicts conditions of the migration that the application's writes made fail
     * @param hasSucceeded whether the migration says so
     */
    record Report(Verdict verdict, int things, long acknowledged, long conflicts, boolean hasSucceeded) {
        /** The migration succeeded, the judge has nothing against it, and it was not let off lightly. */
        void assertInnocent(long leastAcknowledged, long leastConflicts) {
            assertTrue(hasSucceeded, () -> "it did not succeed: " + this);
            assertEquals(Verdict.INNOCENT, verdict, this::toString);
            assertTrue(acknowledged >= leastAcknowledged, this::toString);
            assertTrue(conflicts >= leastConflicts, this::toString);
        }

        @Override
        public String toString() {
            return "%,d things, %,d acknowledged writes, %,d refused conditions: %s"
                    .formatted(things, acknowledged, conflicts, verdict);
        }
    }

    Report run() throws InterruptedException {
        var before = before();
        var writers = new ApplicationWriters(application, breath, before.keySet(), runner::inFlight);
        writers.start(seed);
        List<Operation> operations;
        var hasSucceeded = false;
        try {
            course.take(runner, writers::stopInserting);
            hasSucceeded = runner.hasSucceeded();
        } finally {
            runner.kill();
            operations = writers.stop();
        }
        var verdict = new Judge(before, application.effect()).judge(operations, application.read());
        var report = new Report(verdict, before.size(), acknowledged(operations), runner.conflicts(), hasSucceeded);
        System.out.println(report);
        return report;
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
}
