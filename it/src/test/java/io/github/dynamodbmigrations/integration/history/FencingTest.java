package io.github.dynamodbmigrations.integration.history;

import static io.github.dynamodbmigrations.integration.history.LocalHistory.ADA;
import static io.github.dynamodbmigrations.integration.history.LocalHistory.attempt;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.history.Work;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.integration.PlanVariant;
import io.github.dynamodbmigrations.scan.ItemKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Who lost the lock, or never had it, changes nothing; each time the present holder shows that the same change is possible. */
@Execution(ExecutionMode.CONCURRENT)
final class FencingTest {
    private static final Owner BOB = Owner.direct("bob@laptop/2");
    private static final Cause CAUSE = new Cause("DM499", "DM499 unexpected");
    private static final SegmentPass WHERE = new SegmentPass(1, 1, 1, 0);
    private static final ItemKey KEY = new ItemKey(Map.of("pk", AttributeValue.fromN("1.50")));

    private final LocalHistory history = LocalHistory.create();

    @Test
    void aLostLockStartsNoRun() {
        var ada = history.take(ADA);
        var bob = history.take(BOB);
        refused(FailureCode.LOCK_LOST, () -> history.runs.start(ada, history.plan(1), attempt(ADA, "a")));
        assertEquals(0, history.history.open().lastRank());
        history.runs.start(bob, history.plan(1), attempt(BOB, "b"));
        assertEquals(1, history.history.open().lastRank());
    }

    @Test
    void aLostLockEndsNoRun() {
        var ada = history.take(ADA);
        var run = history.runs.start(ada, history.plan(1), attempt(ADA, "a"));
        var before = history.item("CURRENT_STATUS");
        var bob = history.take(BOB);
        refused(FailureCode.LOCK_LOST, () -> history.runs.succeed(ada, run, Tally.ZERO));
        refused(FailureCode.LOCK_LOST, () -> history.runs.fail(ada, run, CAUSE, Tally.ZERO));
        refused(FailureCode.LOCK_LOST, () -> history.runs.beginPass(ada, run, 2));
        assertEquals(before, history.item("CURRENT_STATUS"));
        assertEquals(
                RunState.INTERRUPTED,
                history.runs.interrupt(bob, run, CAUSE, Tally.ZERO).state());
    }

    @Test
    void aSuccessIsNotOverwrittenByALateFailure() {
        var ada = history.take(ADA);
        var run = history.runs.start(ada, history.plan(1), attempt(ADA, "a"));
        history.runs.succeed(ada, run, Tally.ZERO);
        refused(FailureCode.HISTORY_MOVED_ON, () -> history.runs.fail(ada, run, CAUSE, Tally.ZERO));
        refused(FailureCode.HISTORY_MOVED_ON, () -> history.runs.interrupt(ada, run, CAUSE, Tally.ZERO));
        assertEquals(
                AttributeValue.fromS("SUCCEEDED"),
                history.item("CURRENT_STATUS").get("status"));
    }

    @Test
    void anEarlierAttemptEndsNothingOfALaterOne() {
        var ada = history.take(ADA);
        var first = history.runs.start(ada, history.plan(1), attempt(ADA, "a"));
        var failed = history.runs.fail(ada, first, CAUSE, Tally.ZERO);
        var second = history.runs.resume(ada, failed, history.plans.read(failed.key()), attempt(ADA, "b"));
        refused(FailureCode.HISTORY_MOVED_ON, () -> history.runs.succeed(ada, first, Tally.ZERO));
        assertEquals(
                RunState.SUCCEEDED,
                history.runs.succeed(ada, second, Tally.ZERO).state());
    }

    @Test
    void aRankIsAllottedOnce() {
        var ada = history.take(ADA);
        var plan = history.plan(1);
        history.runs.start(ada, history.plan(2), attempt(ADA, "a"));
        refused(FailureCode.HISTORY_MOVED_ON, () -> history.runs.start(ada, plan, attempt(ADA, "b")));
    }

    @Test
    void aRunThatHasEndedWritesNoItemsAnyMore() {
        var ada = history.take(ADA);
        var run = history.runs.start(ada, history.plan(1), attempt(ADA, "a"));
        history.runs.markWrote(run.key());
        var failed = history.runs.fail(ada, run, CAUSE, Tally.ZERO);
        assertEquals(true, failed.wrote());
        refused(FailureCode.HISTORY_MOVED_ON, () -> history.runs.markWrote(run.key()));
    }

    @Test
    void anEarlierEpochClaimsAndAdvancesNothing() {
        var old = history.checkpoints.claim(WHERE, 1, "w1").checkpoint();
        var now = history.checkpoints.claim(WHERE, 2, "w2").checkpoint();
        refused(FailureCode.SEGMENT_TAKEN, () -> history.checkpoints.claim(WHERE, 1, "w3"));
        refused(FailureCode.SEGMENT_TAKEN, () -> history.checkpoints.advance(old, next(old)));
        history.checkpoints.checkOut(old);
        assertEquals(List.of(now), history.checkpoints.ofPass(1, 1, 1));
        history.checkpoints.advance(now, next(now));
        assertEquals(List.of(next(now)), history.checkpoints.ofPass(1, 1, 1));
    }

    @Test
    void aPageIsRecordedOnce() {
        var claimed = history.checkpoints.claim(WHERE, 1, "w1").checkpoint();
        history.checkpoints.advance(claimed, next(claimed));
        history.checkpoints.advance(claimed, next(claimed));
        assertEquals(1, history.checkpoints.ofPass(1, 1, 1).get(0).seq(), "our own write, repeated");
        var other = history.checkpoints.claim(WHERE, 1, "w2").checkpoint();
        refused(FailureCode.SEGMENT_TAKEN, () -> history.checkpoints.advance(next(claimed), next(next(claimed))));
        history.checkpoints.advance(other, next(other));
    }

    @Test
    void aMissingWorkerIsNoticedAndAnOrderlyOneIsNot() {
        history.checkpoints.claim(WHERE, 1, "w1");
        var second = history.checkpoints.claim(WHERE, 1, "w2");
        assertEquals(true, second.unclean());
        assertEquals(1, history.missing.get());
        history.checkpoints.checkOut(second.checkpoint());
        assertEquals(false, history.checkpoints.claim(WHERE, 1, "w3").unclean());
        assertEquals(1, history.missing.get());
    }

    @Test
    void anEarlierEpochRecordsNoRejectAndNoStep() {
        var objection = Objection.to(RejectCode.TOO_LARGE);
        history.rejects(2).record(WHERE, KEY, Objection.to(RejectCode.NUMBER));
        history.markers.markDone(1, 1, "load", 2);
        refused(FailureCode.SEGMENT_TAKEN, () -> history.rejects(1).record(WHERE, KEY, objection));
        refused(FailureCode.HISTORY_MOVED_ON, () -> history.markers.markDone(1, 1, "load", 1));
        assertEquals("number", history.rejects(2).list(1, 1, 9).get(0).code());
        history.rejects(2).record(WHERE, KEY, objection);
        assertEquals("too-large", history.rejects(2).list(1, 1, 9).get(0).code());
        assertEquals(1, history.rejects(2).count(1, 1), "each item counts once");
    }

    @Test
    void aTakeoverLeavesTheMarkOfTheMissingWork() {
        var ada = history.take(ADA);
        var run = history.runs.start(ada, history.plan(1), attempt(ADA, "a"));
        var bob = history.take(BOB);
        var unclean = history.lock.read().unclean().orElseThrow();
        assertEquals(new Work(run.key(), LocalHistory.CODE), unclean.work());
        assertDoesNotThrow(() -> history.lock.clean(bob, unclean));
        assertEquals(Optional.empty(), history.lock.read().unclean());
        refused(FailureCode.LOCK_LOST, () -> history.lock.markUnclean(ada, unclean));
    }

    @Test
    void changedCodeReplacesThePlanOnlyTogetherWithTheRun() {
        var ada = history.take(ADA);
        var run = history.runs.start(ada, history.plan(1), attempt(ADA, "a"));
        var failed = history.runs.fail(ada, run, CAUSE, Tally.ZERO);
        var frozen = history.plans.read(run.key());
        assertEquals(LocalHistory.CODE, frozen.checksums());
        var changed = new Checksums("v1:other", "v1:b");
        var bob = history.take(BOB);
        var plan = PlanVariant.with(frozen, changed);
        refused(FailureCode.LOCK_LOST, () -> history.runs.resume(ada, failed, plan, attempt(ADA, "b")));
        assertEquals(frozen, history.plans.read(run.key()));
        assertEquals(
                changed,
                history.runs.resume(bob, failed, plan, attempt(BOB, "c")).checksums());
        assertEquals(plan, history.plans.read(run.key()));
    }

    @Test
    void withoutConditionsALostLockStartsAndEndsARun() {
        var careless = history.through(LocalDynamo.builder()
                .overrideConfiguration(override -> override.addExecutionInterceptor(new NoConditions()))
                .build());
        var ada = careless.take(ADA);
        history.take(BOB);
        var run = careless.runs.start(ada, careless.plan(1), attempt(ADA, "a"));
        assertEquals(1, history.history.open().lastRank(), "what aLostLockStartsNoRun sees refused");
        careless.runs.succeed(ada, run, Tally.ZERO);
        assertEquals(
                AttributeValue.fromS("SUCCEEDED"),
                history.item("CURRENT_STATUS").get("status"),
                "what aLostLockEndsNoRun sees refused");
    }

    private static Checkpoint next(Checkpoint checkpoint) {
        return checkpoint.after(Optional.of(KEY), 3, new Tally(1, 1, 0, 0, 0, 0, 0, 0, 0, 0), 0, 0);
    }

    private static void refused(FailureCode code, Executable change) {
        assertEquals(code.code(), assertThrows(MigrationException.class, change).code());
    }
}
