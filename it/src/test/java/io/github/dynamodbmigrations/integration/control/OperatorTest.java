package io.github.dynamodbmigrations.integration.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.Control;
import io.github.dynamodbmigrations.history.Controls;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.history.WorkerReport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Operators reach a run that is under way within ten seconds, by nothing but its history. */
@Execution(ExecutionMode.CONCURRENT)
final class OperatorTest {
    private static final int WITHIN_SECONDS = 10;
    private static final int ITEMS = 3_000;
    private static final int LARGE_ITEMS = 100;
    private static final int BYTES = 40_000;

    @Test
    void pausesResumesRatesAndAbortsARunUnderWay() throws Exception {
        try (var migration = new RunningMigration(ITEMS, controls -> controls)) {
            var running = migration.start(10);
            await(() -> migration.greeted() > 0);

            migration.operator.pauseRuns();
            TimeUnit.SECONDS.sleep(WITHIN_SECONDS);
            var paused = migration.greeted();
            var lines = String.join("\n", migration.statusLines());
            assertTrue(lines.contains("paused by ada since ") && lines.contains("the sale begins"), lines);
            assertTrue(lines.contains("lock: held by direct"), lines);
            assertEquals(0, migration.status().pass().evaluated() - paused, "checkpoints are written");
            TimeUnit.SECONDS.sleep(3);
            assertEquals(paused, migration.greeted(), "it writes nothing while it is paused");

            migration.operator.resumeRuns();
            await(() -> migration.greeted() > paused);

            migration.operator.setRate(Optional.empty(), Optional.of(50L));
            TimeUnit.SECONDS.sleep(WITHIN_SECONDS / 2);
            var before = migration.greeted();
            TimeUnit.SECONDS.sleep(4);
            var perSecond = (migration.greeted() - before) / 4;
            assertTrue(perSecond > 25, "at 10 a second it would write 40, it wrote " + perSecond + " a second");
            lines = String.join("\n", migration.statusLines());
            assertTrue(lines.contains("of 50 WCU/s  throttled: write budget"), lines);
            assertTrue(lines.contains("rate: RCU/s as planned, 50 WCU/s, set by ada"), lines);

            migration.operator.abortRun();
            var failure = running.get(WITHIN_SECONDS, TimeUnit.SECONDS).orElseThrow();
            assertEquals("DM323", failure.code());
            assertEndedInOrder(migration);

            assertEquals(Optional.empty(), migration.start(4_000).get(60, TimeUnit.SECONDS));
            assertEquals(ITEMS, migration.greeted());
        }
    }

    @Test
    void anotherRateAndAPauseReachAPageThatWouldTakeMinutes() throws Exception {
        try (var migration = new RunningMigration(LARGE_ITEMS, BYTES, controls -> controls)) {
            var running = slowDownWithinAPage(migration);
            var before = migration.greeted();
            TimeUnit.SECONDS.sleep(WITHIN_SECONDS / 2);
            var since = migration.greeted() - before;
            assertTrue(since < 5, "at 100 a second it would write 12, it wrote " + since);

            migration.operator.pauseRuns();
            TimeUnit.SECONDS.sleep(WITHIN_SECONDS);
            var paused = migration.greeted();
            assertEquals(paused, migration.status().pass().evaluated(), "what was written is in the checkpoints");
            TimeUnit.SECONDS.sleep(3);
            assertEquals(paused, migration.greeted(), "it writes nothing while it is paused");

            migration.operator.setRate(Optional.empty(), Optional.of(10_000L));
            migration.operator.resumeRuns();
            assertEquals(Optional.empty(), running.get(60, TimeUnit.SECONDS));
            assertEquals(LARGE_ITEMS, migration.greeted());
        }
    }

    @Test
    void anAbortReachesAPageThatWouldTakeMinutesAndRepeatsNothingOfIt() throws Exception {
        try (var migration = new RunningMigration(LARGE_ITEMS, BYTES, controls -> controls)) {
            var running = slowDownWithinAPage(migration);
            migration.operator.abortRun();
            var failure = running.get(WITHIN_SECONDS, TimeUnit.SECONDS).orElseThrow();
            assertEquals("DM323", failure.code());
            assertTrue(migration.greeted() > 0);
            assertEndedInOrder(migration);
        }
    }

    /** Of its first page each worker has some items left, and from now on each of them takes forty seconds. */
    private static CompletableFuture<Optional<MigrationException>> slowDownWithinAPage(RunningMigration migration)
            throws InterruptedException {
        var running = migration.start(100);
        await(() -> migration.greeted() > 0);
        migration.operator.setRate(Optional.empty(), Optional.of(2L));
        TimeUnit.SECONDS.sleep(WITHIN_SECONDS / 2);
        assertEquals(0, migration.status().pass().evaluated(), "the first page is under way");
        return running;
    }

    private static void assertEndedInOrder(RunningMigration migration) {
        var run = migration.status().latest().orElseThrow();
        assertEquals(RunState.INTERRUPTED, run.state());
        var cause = run.cause().orElseThrow().message();
        assertTrue(cause.contains("By ada since ") && cause.contains("the sale begins"), cause);
        assertTrue(migration.status().lock().holder().isEmpty()
                && migration.status().lock().unclean().isEmpty());
        assertEquals(migration.greeted(), migration.status().pass().evaluated(), "no page is repeated");
    }

    @Test
    void aRunThatDoesNotLookGoesOn() throws Exception {
        try (var migration = new RunningMigration(ITEMS, Blind::new)) {
            var running = migration.start(40);
            await(() -> migration.greeted() > 0);
            migration.operator.pauseRuns();
            migration.operator.abortRun();
            TimeUnit.SECONDS.sleep(WITHIN_SECONDS);
            var before = migration.greeted();
            TimeUnit.SECONDS.sleep(3);
            assertTrue(migration.greeted() > before, "what is asserted of the others would hold of any run");
            running.cancel(true);
        }
    }

    @Test
    void refusesWhatNoRunCanObey() {
        try (var migration = new RunningMigration(0, controls -> controls)) {
            assertEquals(
                    "DM324",
                    assertThrows(MigrationException.class, migration.operator::pauseRuns)
                            .code());
        }
    }

    private static void await(BooleanSupplier what) throws InterruptedException {
        for (var second = 0; second < WITHIN_SECONDS && !what.getAsBoolean(); second++) {
            TimeUnit.SECONDS.sleep(1);
        }
        assertTrue(what.getAsBoolean());
    }

    /** Controls that nobody reads. */
    private record Blind(Controls controls) implements Controls {
        @Override
        public Control read() {
            return Control.NONE;
        }

        @Override
        public boolean change(Control seen, Control next) {
            return controls.change(seen, next);
        }

        @Override
        public void report(RunKey run, long epoch, WorkerReport report) {
            controls.report(run, epoch, report);
        }

        @Override
        public List<WorkerReport> reports(RunKey run) {
            return controls.reports(run);
        }
    }
}
