package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.scan.ItemKey;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The SEGMENT items.
 *
 * @param items keys and common attributes
 */
record CheckpointCodec(HistoryItemCodec items) {
    private static final String PASS = "pass";
    private static final String SEGMENT = "segment";
    private static final String LAST_KEY = "lastKey";
    private static final String SEQ = "seq";
    private static final String EVALUATED = "evaluated";
    private static final String TALLY = "tally";
    private static final String RESIDUAL = "residual";
    private static final String UNPROVEN = "unproven";
    private static final String WORKER = "worker";
    private static final String CHECKED_OUT = "checkedOut";
    private static final String DONE = "done";

    Checkpoint read(StoredItem item) {
        return new Checkpoint(
                new SegmentPass(
                        item.number(HistoryItemCodec.VERSION),
                        item.number(HistoryItemCodec.RANK),
                        (int) item.number(PASS),
                        (int) item.number(SEGMENT)),
                item.maybeMap(LAST_KEY).map(map -> new ItemKey(map.attributes())),
                item.number(SEQ),
                item.number(EVALUATED),
                TallyCodec.read(item.map(TALLY)),
                item.number(RESIDUAL),
                item.number(UNPROVEN),
                item.number(HistoryItemCodec.EPOCH),
                item.text(WORKER),
                item.flag(CHECKED_OUT),
                item.flag(DONE));
    }

    /** Makes the checkpoint if there is none; else changes only who has it. */
    HistoryWrite.Update claim(SegmentPass where, long epoch, String worker) {
        return new HistoryWrite.Update(
                key(where),
                Expression.of("SET #epoch = :epoch, #worker = :worker, #checkedOut = :no,"
                                + " #version = :version, #rank = :rank, #pass = :pass, #segment = :segment,"
                                + " #seq = if_not_exists(#seq, :zero), #evaluated = if_not_exists(#evaluated, :zero),"
                                + " #residual = if_not_exists(#residual, :zero), #unproven = if_not_exists(#unproven, :zero),"
                                + " #tally = if_not_exists(#tally, :tally), #done = if_not_exists(#done, :no)")
                        .with(":worker", worker)
                        .with(":no", false)
                        .with(":version", where.version())
                        .with(":rank", where.rank())
                        .with(":pass", where.pass())
                        .with(":segment", where.segment())
                        .with(":zero", 0)
                        .with(":tally", AttributeValue.fromM(TallyCodec.write(Tally.ZERO))),
                Expression.of("attribute_not_exists(#epoch) OR #epoch <= :epoch")
                        .with(":epoch", epoch));
    }

    HistoryWrite.Update advance(Checkpoint previous, Checkpoint next) {
        var update = Expression.of("SET #seq = :seq, #evaluated = :evaluated, #tally = :tally, #residual = :residual,"
                        + " #unproven = :unproven, #done = :done"
                        + (next.lastKey().isPresent() ? ", #lastKey = :lastKey" : " REMOVE #lastKey"))
                .with(":seq", next.seq())
                .with(":evaluated", next.evaluated())
                .with(":tally", AttributeValue.fromM(TallyCodec.write(next.tally())))
                .with(":residual", next.residual())
                .with(":unproven", next.unproven())
                .with(":done", next.done());
        var claimed = isClaimed(previous);
        return new HistoryWrite.Update(
                key(previous.where()),
                next.lastKey()
                        .map(key -> update.with(":lastKey", AttributeValue.fromM(key.attributes())))
                        .orElse(update),
                claimed.then(" AND #seq = :before").with(":before", previous.seq()));
    }

    HistoryWrite.Update checkOut(Checkpoint last) {
        return new HistoryWrite.Update(
                key(last.where()), Expression.of("SET #checkedOut = :yes").with(":yes", true), isClaimed(last));
    }

    private static Expression isClaimed(Checkpoint checkpoint) {
        return Expression.of("#epoch = :epoch AND #worker = :worker")
                .with(":epoch", checkpoint.epoch())
                .with(":worker", checkpoint.worker());
    }

    private Map<String, AttributeValue> key(SegmentPass where) {
        return items.key(new RunKey(where.version(), where.rank()), HistoryItemCodec.segmentSort(where));
    }
}
