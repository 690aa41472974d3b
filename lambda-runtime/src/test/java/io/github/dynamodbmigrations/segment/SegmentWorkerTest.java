package io.github.dynamodbmigrations.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.judge.Judge;
import io.github.dynamodbmigrations.judge.Plans;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.WriterFacts;
import io.github.dynamodbmigrations.throttle.Budget;
import io.github.dynamodbmigrations.throttle.Concurrency;
import io.github.dynamodbmigrations.throttle.Pause;
import io.github.dynamodbmigrations.throttle.TokenBucket;
import io.github.dynamodbmigrations.throttle.TransientReason;
import io.github.dynamodbmigrations.write.WriteResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@NullUnmarked
final class SegmentWorkerTest {
    private static final ItemMigration MARK = (item, run) -> Change.update(item.with("done", true));
    private static final ItemMigration COPY =
            (item, run) -> Change.update(item.with("copy", item.string("name").orElse("none")));
    private static final ItemMigration ADD = (item, run) -> Change.update(
            item.with("n", item.number("n").orElse(BigDecimal.ZERO).add(BigDecimal.TEN)));
    private static final WriterFacts UPDATE_ONLY =
            new WriterFacts(Optional.empty(), List.of(), true, false, Optional.empty());
    private static final WriterFacts VERSIONED =
            new WriterFacts(Optional.of("v"), List.of(), false, false, Optional.empty());

    private final FakeTable table = new FakeTable();
    private final FakeHistory history = new FakeHistory();
    private final List<Duration> pauses = new ArrayList<>();
    private final Pause pause = new Pause() {
        @Override
        public void pause(Duration length) {
            pauses.add(length);
        }

        @Override
        public void pause(Duration length, BooleanSupplier isOver) {
            pauses.add(length);
        }
    };
    private GuardMode guard = GuardMode.NONE;
    private WriterFacts writers = WriterFacts.UNKNOWN;
    private Deadline deadline = Deadline.NEVER;
    private Gate gate = Gate.OPEN;
    private Budget budget = Budget.UNLIMITED;
    private int pageItems = 3;
    private long maxRejected;

    @Test
    void walksPageByPageToTheEnd() {
        fill(10);
        var last =
                assertInstanceOf(SegmentOutcome.Finished.class, migrate(MARK)).checkpoint();
        assertEquals(10, last.tally().updated());
        assertEquals(4, last.seq());
        assertEquals(10, last.evaluated());
        assertTrue(last.done());
        assertEquals(1, history.checkedOut);
        assertTrue(table.items.values().stream().allMatch(item -> item.containsKey("done")));
    }

    @Test
    void aSecondWalkWritesNothing() {
        fill(10);
        migrate(MARK);
        var again = run(MARK, 3, false).checkpoint().tally();
        assertEquals(10, again.kept());
        assertEquals(10, table.acknowledged.size());
    }

    @Test
    void pausesAtTheDeadlineAndGoesOnFromItsCheckpoint() {
        fill(10);
        var pages = new AtomicInteger();
        deadline = () -> pages.getAndIncrement() >= 4;
        var paused =
                assertInstanceOf(SegmentOutcome.Paused.class, migrate(MARK)).checkpoint();
        assertTrue(paused.seq() > 0 && !paused.done());
        deadline = Deadline.NEVER;
        var finished = migrate(MARK).checkpoint();
        assertEquals(10, finished.tally().updated());
        assertEquals(10, table.acknowledged.size());
    }

    @Test
    void aWriteThatWaitsPastTheDeadlineLeavesItsPageUnfinished() {
        fill(2);
        table.answers.add(new WriteResult.Transient(TransientReason.TABLE));
        deadline = () -> table.tries > 0;
        var paused =
                assertInstanceOf(SegmentOutcome.Paused.class, migrate(MARK)).checkpoint();
        assertEquals(0, paused.seq());
        assertEquals(Tally.ZERO, paused.tally());
    }

    @Test
    void aDeadlineWithinAPageEndsItBehindWhatIsFinished() {
        fill(5);
        pageItems = 5;
        deadline = () -> table.acknowledged.size() == 2;
        var paused =
                assertInstanceOf(SegmentOutcome.Paused.class, migrate(MARK)).checkpoint();
        assertEquals(
                List.of(1L, 2L, 2L),
                List.of(paused.seq(), paused.evaluated(), paused.tally().scanned()));
        assertEquals(1, history.checkedOut);
        deadline = Deadline.NEVER;
        var finished = migrate(MARK).checkpoint();
        assertEquals(
                List.of(5L, 5L), List.of(finished.evaluated(), finished.tally().updated()));
        assertEquals(5, table.tries, "no item is looked at a second time");
    }

    @Test
    void aWriteThatWaitsForItsBudgetGivesUpAtTheDeadline() {
        fill(2);
        var now = new AtomicLong();
        budget = TokenBucket.share("write budget", 0.001, 1, now::get, length -> now.addAndGet(length.toNanos()));
        deadline = () -> now.get() > Duration.ofSeconds(3).toNanos();
        var paused =
                assertInstanceOf(SegmentOutcome.Paused.class, migrate(MARK)).checkpoint();
        assertTrue(now.get() < Duration.ofSeconds(4).toNanos(), "it would have waited for a thousand seconds");
        assertEquals(0, table.tries);
        assertEquals(0, paused.seq());
    }

    @Test
    void aShutGateEndsThePageAndTheNextBeginsBehindIt() {
        fill(5);
        pageItems = 5;
        var awaited = new AtomicInteger();
        gate = new Gate() {
            private boolean isShut;

            @Override
            public void await(Deadline end) {
                awaited.incrementAndGet();
                isShut = false;
            }

            @Override
            public boolean isShut() {
                return isShut |= table.acknowledged.size() == 2 && awaited.get() == 1;
            }
        };
        var finished = migrate(MARK).checkpoint();
        assertEquals(List.of(2L, 5L), List.of(finished.seq(), finished.tally().updated()));
        assertEquals(2, awaited.get());
        assertEquals(5, table.tries);
    }

    @Test
    void whatTheApplicationChangedMeanwhileIsMigratedAgain() {
        table.put("1", Map.of("name", AttributeValue.fromS("old")));
        table.beforeWrites.add(() -> table.set("1", "name", AttributeValue.fromS("new")));
        var tally = migrate(COPY).checkpoint().tally();
        assertEquals("new", table.items.get("1").get("copy").s());
        assertEquals(1, tally.updated());
        assertEquals(1, tally.conflicts());
    }

    @Test
    void whatTheApplicationChangedElsewhereIsNoConflict() {
        table.put("1", Map.of("name", AttributeValue.fromS("old")));
        table.beforeWrites.add(() -> table.set("1", "stock", AttributeValue.fromN("3")));
        assertEquals(0, migrate(COPY).checkpoint().tally().conflicts());
        assertEquals("3", table.items.get("1").get("stock").n());
    }

    @Test
    void aDeletedItemStaysDeleted() {
        fill(1);
        table.beforeWrites.add(() -> table.items.clear());
        assertEquals(1, migrate(MARK).checkpoint().tally().vanished());
        assertTrue(table.items.isEmpty());
    }

    @Test
    void whatTheSourceNoLongerSelectsIsKept() {
        table.put("1", Map.of("state", AttributeValue.fromS("open")));
        table.filter = image -> image.get("state").s().equals("open");
        table.beforeWrites.add(() -> table.set("1", "state", AttributeValue.fromS("closed")));
        var tally = migrate(MARK).checkpoint().tally();
        assertEquals(1, tally.kept());
        assertFalse(table.items.get("1").containsKey("done"));
    }

    @Test
    void givesWayAfterEightConflicts() {
        table.put("1", Map.of("name", AttributeValue.fromS("0")));
        for (var i = 1; i <= 20; i++) {
            var name = AttributeValue.fromS(Integer.toString(i));
            table.beforeWrites.add(() -> table.set("1", "name", name));
        }
        var tally = migrate(COPY).checkpoint().tally();
        assertEquals(1, tally.deferred());
        assertEquals(8, tally.conflicts());
        assertEquals(8, table.tries);
        assertEquals(8, pauses.size());
    }

    @Test
    void refusalsThatAreNobodysFaultAreNoTries() {
        fill(1);
        for (var i = 0; i < 30; i++) {
            table.answers.add(new WriteResult.Transient(TransientReason.TRANSACTION_CONFLICT));
        }
        table.readRefusals.add(TransientReason.KEY_RANGE);
        assertEquals(1, migrate(MARK).checkpoint().tally().updated());
        assertEquals(31, table.tries);
        assertTrue(pauses.stream().allMatch(pause -> pause.compareTo(Duration.ofSeconds(20)) <= 0));
    }

    @Test
    void givesUpWhenTheServiceIsGoneForTooLong() {
        fill(1);
        for (var i = 0; i < 1000; i++) {
            table.answers.add(new WriteResult.Transient(TransientReason.UNAVAILABLE));
        }
        assertEquals(
                "DM417",
                assertThrows(MigrationException.class, () -> migrate(MARK)).code());
        assertEquals(0, history.checkedOut, "a request may still be on its way");
    }

    @Test
    void aLostAcknowledgementIsNoSecondApplication() {
        guard = GuardMode.ITEM;
        table.setsGuard = true;
        table.losesAcknowledgements = true;
        table.put("1", Map.of("n", AttributeValue.fromN("1")));
        var tally = migrate(ADD).checkpoint().tally();
        assertEquals("11", table.items.get("1").get("n").n());
        assertEquals(1, tally.replayed());
        assertEquals(0, tally.conflicts());
    }

    @Test
    void withoutAGuardInTheItemTheSameWouldApplyItTwice() {
        guard = GuardMode.ITEM;
        table.setsGuard = false;
        table.losesAcknowledgements = true;
        table.put("1", Map.of("n", AttributeValue.fromN("1")));
        migrate(ADD);
        assertEquals("21", table.items.get("1").get("n").n());
    }

    @Test
    void anItemOfThisRankIsNotMigratedAgain() {
        guard = GuardMode.ITEM;
        table.put("1", Map.of("n", AttributeValue.fromN("1"), Plans.GUARD, AttributeValue.fromN("5")));
        assertEquals(1, migrate(ADD).checkpoint().tally().replayed());
        assertEquals(0, table.tries);
    }

    @Test
    void anItemOfALaterRankStopsTheWorker() {
        table.put("1", Map.of(Plans.GUARD, AttributeValue.fromN("6")));
        assertEquals(
                "DM413",
                assertThrows(MigrationException.class, () -> migrate(MARK)).code());
        assertEquals(
                "DM413",
                assertThrows(MigrationException.class, () -> verify(MARK)).code());
        assertEquals(0, table.tries);
    }

    @Test
    void anExistingTargetIsRejected() {
        fill(1);
        table.put("other", Map.of("done", AttributeValue.fromBool(true)));
        maxRejected = 1;
        ItemMigration move = (item, run) -> item.has("done")
                ? Change.keep()
                : Change.update(item.with("done", true))
                        .put(item.with("pk", "other").with("done", true));
        assertEquals(1, migrate(move).checkpoint().tally().rejected());
        assertEquals("target-exists", history.rejects.get("0").code().code());
        assertEquals(1, verify(move).checkpoint().tally().rejected(), "a reject is not residual");
        assertEquals(0, verify(move).checkpoint().residual());
    }

    @Test
    void tooManyRejectsStopTheRunWhenTheirPageIsFinished() {
        fill(10);
        ItemMigration odd = (item, run) -> item.string("pk").orElseThrow().equals("1")
                ? Change.reject("odd")
                : Change.update(item.with("done", true));
        assertEquals(
                "DM414",
                assertThrows(MigrationException.class, () -> migrate(odd)).code());
        var checkpoint = history.checkpoints.get(new SegmentPass(1, 5, 1, 0));
        assertEquals(1, checkpoint.seq());
        assertEquals(2, checkpoint.tally().updated());
        assertEquals(1, history.checkedOut);
        assertEquals("odd", history.rejects.get("1").reason());
    }

    @Test
    void aStopLeavesThePageUnrecorded() {
        fill(3);
        assertEquals(
                "DM410",
                assertThrows(MigrationException.class, () -> migrate(ADD)).code());
        assertEquals(0, history.checkpoints.get(new SegmentPass(1, 5, 1, 0)).seq());
        assertEquals(0, table.tries, "stopped before the image is written");
    }

    @Test
    void verifyCountsWhatIsLeftAndWritesNothing() {
        fill(4);
        table.set("0", "done", AttributeValue.fromBool(true));
        var last = verify(MARK).checkpoint();
        assertEquals(3, last.residual());
        assertEquals(1, last.tally().kept());
        assertEquals(0, table.tries);
    }

    @Test
    void afterTheFirstPassAnItemWithoutGuardIsUnprovenUnlessWritersOnlyUpdate() {
        guard = GuardMode.ITEM;
        table.setsGuard = true;
        table.put("bare", Map.of("n", AttributeValue.fromN("1")));
        table.put("earlier", Map.of("n", AttributeValue.fromN("1"), Plans.GUARD, AttributeValue.fromN("4")));
        var seen = verify(ADD).checkpoint();
        assertEquals(1, seen.unproven());
        assertEquals(1, seen.tally().kept());
        assertEquals(1, seen.residual());
        assertEquals("unproven", history.rejects.get("bare").code().code());
        run(ADD, 3, false);
        assertEquals("1", table.items.get("bare").get("n").n());
        assertEquals("11", table.items.get("earlier").get("n").n());
        writers = UPDATE_ONLY;
        run(ADD, 5, false);
        assertEquals("11", table.items.get("bare").get("n").n());
    }

    @Test
    void aMarkedItemIsDone() {
        guard = GuardMode.LEDGER;
        writers = VERSIONED;
        table.keepsMarkers = true;
        table.put("1", Map.of("n", AttributeValue.fromN("1")));
        migrate(ADD);
        assertEquals(1, run(ADD, 3, false).checkpoint().tally().replayed());
        assertEquals("11", table.items.get("1").get("n").n());
        assertEquals(0, verify(ADD).checkpoint().residual());
    }

    private void fill(int count) {
        for (var i = 0; i < count; i++) {
            table.put(Integer.toString(i), Map.of("name", AttributeValue.fromS("n" + i)));
        }
    }

    private SegmentOutcome migrate(ItemMigration migration) {
        return run(migration, 1, false);
    }

    private SegmentOutcome verify(ItemMigration migration) {
        history.checkpoints.keySet().removeIf(where -> where.pass() == 2);
        return run(migration, 2, true);
    }

    private SegmentOutcome run(ItemMigration migration, int pass, boolean verifying) {
        var plan = Plans.plan(guard, writers);
        var judge = new Judge(plan, migration, plan.context(), Map.of());
        var ports = new Ports(table, table, history, history, Fence.NONE);
        var pace = new Pace(Budget.UNLIMITED, budget, 1, Concurrency.NONE, pause, new Random(1), pageItems, gate);
        var worker = new SegmentWorker(plan, judge, ports, pace, new RejectBudget(maxRejected), SegmentObserver.NONE);
        var where = new SegmentPass(1, Plans.RANK, pass, 0);
        return verifying ? worker.verify(where, 1, "w", deadline) : worker.migrate(where, 1, "w", deadline);
    }
}
