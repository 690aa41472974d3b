package io.github.dynamodbmigrations.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import io.github.dynamodbmigrations.checkpoint.RejectedItem;
import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.history.Amendment;
import io.github.dynamodbmigrations.history.Binding;
import io.github.dynamodbmigrations.history.Control;
import io.github.dynamodbmigrations.history.HistoryId;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.LockState;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.history.Undoing;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.scan.ItemKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(HistoryValues.class)
final class HistoryCodecTest {
    private static final HistoryItemCodec ITEMS = new HistoryItemCodec(HistorySettings.of("history"));

    @Property
    void keepsPlans(@ForAll RunPlan plan) {
        var codec = new PlanCodec(ITEMS);
        assertEquals(plan, codec.read(new StoredItem(((HistoryWrite.Put) codec.freeze(plan)).item())));
    }

    @Property
    void keepsRuns(@ForAll Run run) {
        var codec = new RunCodec(ITEMS);
        var put = (HistoryWrite.Put) codec.start(run);
        var begun = new StoredItem(put.item());
        var ended = run.endedAt().isEmpty()
                ? begun
                : SetExpression.apply(begun, ((HistoryWrite.Update) codec.end(run, run)).update());
        assertEquals(run, codec.read(ended));
    }

    @Property
    void readsUndosOfATimeThatKnewOfOneRankOnly(@ForAll RunPlan plan) {
        var codec = new PlanCodec(ITEMS);
        var older = new HashMap<>(((HistoryWrite.Put) codec.freeze(plan)).item());
        older.keySet().removeAll(Set.of("earlierRanks", "undoRanks"));
        assertEquals(
                plan.undoing().map(it -> new Undoing(it.rank(), it.reaches())),
                codec.read(new StoredItem(older)).undoing());
    }

    @Property
    void keepsLocks(@ForAll LockState lock) {
        var codec = new LockCodec(ITEMS);
        var taken = new StoredItem(((HistoryWrite.Put) codec.take(LockState.NEVER_HELD, lock)).item());
        var work = lock.holder().orElseThrow().work();
        var working = work.map(it -> SetExpression.apply(
                        taken,
                        ((HistoryWrite.Update) codec.workOn(HistoryValues.holding(lock), it, nonce(lock))).update()))
                .orElse(taken);
        assertEquals(lock, codec.read(working));
    }

    @Property
    void releasesLocksAndKeepsEpochAndMark(@ForAll LockState lock) {
        var codec = new LockCodec(ITEMS);
        var taken = new StoredItem(((HistoryWrite.Put) codec.take(LockState.NEVER_HELD, lock)).item());
        var released = codec.read(SetExpression.apply(
                taken, ((HistoryWrite.Update) codec.release(HistoryValues.holding(lock), "n")).update()));
        assertEquals(new LockState(lock.epoch(), Optional.empty(), lock.unclean()), released);
    }

    @Property
    void keepsWhatOperatorsAsk(@ForAll Control control) {
        var codec = new ControlCodec(ITEMS);
        var put = (HistoryWrite.Put) codec.change(control, control);
        var next = new Control(control.revision() + 1, control.rate(), control.pause(), control.abort());
        assertEquals(next, codec.read(new StoredItem(put.item())));
    }

    @Property
    void keepsCheckpointsWithKeysOfAllTypes(@ForAll Checkpoint checkpoint) {
        var codec = new CheckpointCodec(ITEMS);
        var claim = codec.claim(checkpoint.where(), checkpoint.epoch(), checkpoint.worker());
        var claimed =
                SetExpression.apply(new StoredItem(claim.key()), withCondition(claim.update(), claim.condition()));
        var advanced = SetExpression.apply(
                claimed, codec.advance(codec.read(claimed), checkpoint).update());
        var last = checkpoint.checkedOut()
                ? SetExpression.apply(advanced, codec.checkOut(checkpoint).update())
                : advanced;
        assertEquals(checkpoint, codec.read(last));
    }

    @Property
    void claimingChangesOnlyWhoHasIt(@ForAll Checkpoint checkpoint) {
        var codec = new CheckpointCodec(ITEMS);
        var first = codec.claim(checkpoint.where(), checkpoint.epoch(), checkpoint.worker());
        var claimed =
                SetExpression.apply(new StoredItem(first.key()), withCondition(first.update(), first.condition()));
        var before = SetExpression.apply(
                claimed, codec.advance(codec.read(claimed), checkpoint).update());
        var second = codec.claim(checkpoint.where(), checkpoint.epoch() + 1, "another");
        var after = codec.read(SetExpression.apply(before, withCondition(second.update(), second.condition())));
        assertEquals(
                new Checkpoint(
                        checkpoint.where(),
                        checkpoint.lastKey(),
                        checkpoint.seq(),
                        checkpoint.evaluated(),
                        checkpoint.tally(),
                        checkpoint.residual(),
                        checkpoint.unproven(),
                        checkpoint.epoch() + 1,
                        "another",
                        false,
                        checkpoint.done()),
                after);
    }

    @Property
    void keepsRejects(@ForAll ItemKey key, @ForAll RejectCode code) {
        var codec = new RejectCodec(ITEMS);
        var where = new SegmentPass(2, 3, 1, 4);
        var put = (HistoryWrite.Put) codec.reject(where, key, Objection.to(code), 7);
        assertEquals(
                new RejectedItem(where, key, code.code(), code.text(), RejectedItem.State.OPEN),
                codec.read(new StoredItem(put.item())));
    }

    @Property
    void keepsAmendments(@ForAll Amendment amendment) {
        var codec = new AmendmentCodec(ITEMS);
        var put = (HistoryWrite.Put) codec.append(amendment);
        assertEquals(amendment, codec.read(new StoredItem(put.item())));
    }

    @Property
    void keepsBindings(@ForAll Binding binding) {
        var update = (HistoryWrite.Update) ITEMS.bind(binding);
        var all = withCondition(update.update(), update.condition());
        assertEquals(binding, ITEMS.binding(SetExpression.apply(new StoredItem(update.key()), all)));
    }

    @Example
    void boundsTheReasonsOfRejects() {
        var long5000 = new Objection(RejectCode.REJECTED_BY_MIGRATION, "x".repeat(5_000));
        var put = (HistoryWrite.Put)
                new RejectCodec(ITEMS).reject(new SegmentPass(1, 1, 1, 0), new ItemKey(Map.of()), long5000, 1);
        assertEquals(
                500,
                new RejectCodec(ITEMS).read(new StoredItem(put.item())).reason().length());
    }

    @Example
    void padsNumbersSoThatSortKeysAreInTheirOrder() {
        var sorts = Stream.of(2L, 9L, 10L, 1_000_000L)
                .map(HistoryItemCodec::runSort)
                .toList();
        assertEquals(sorts.stream().sorted().toList(), sorts);
        var segments = Stream.of(2, 9, 10, 999_999)
                .map(segment -> HistoryItemCodec.segmentSort(new SegmentPass(1, 1, 1, segment)))
                .toList();
        assertEquals(segments.stream().sorted().toList(), segments);
    }

    @Example
    void keepsAllPartitionsUnderThePartitionValue() {
        assertTrue(ITEMS.partition(new RunKey(9, 12)).startsWith("_migration#"));
        assertEquals("_migration#9#12", ITEMS.partition(new RunKey(9, 12)));
    }

    @Example
    void refusesAKeyThatIsCalledLikeAnotherAttribute() {
        var odd = new HistoryItemCodec(new HistorySettings("history", "historyId", "sk", "_migration", 0));
        assertThrows(IllegalArgumentException.class, () -> odd.history(new HistoryId("00000001"), 0));
    }

    @Example
    void namesEveryAttributeOfAnExpression() {
        var names = Expression.of("SET #state = :s").namesWith(Expression.of("#epoch = :e AND #state = :f"));
        assertEquals(Map.of("#state", "state", "#epoch", "epoch"), names);
    }

    private static String nonce(LockState lock) {
        return lock.holder().orElseThrow().nonce();
    }

    private static Expression withCondition(Expression update, Expression condition) {
        return new Expression(update.text(), update.valuesWith(condition));
    }

    @Example
    void keepsTallies() {
        var tally = new Tally(28, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertEquals(tally, TallyCodec.read(new StoredItem(TallyCodec.write(tally))));
    }
}
