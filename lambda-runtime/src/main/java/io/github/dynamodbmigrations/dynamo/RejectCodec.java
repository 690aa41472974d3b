package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.checkpoint.RejectedItem;
import io.github.dynamodbmigrations.checkpoint.RejectedItem.State;
import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.scan.KeyHash;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The REJECT and TASK items.
 *
 * @param items keys and common attributes
 */
record RejectCodec(HistoryItemCodec items) {
    private static final int LONGEST_REASON = 500;
    private static final String ITEM_KEY = "itemKey";
    private static final String CODE = "rejectCode";
    private static final String REASON = "reason";
    private static final String PASS = "pass";
    private static final String SEGMENT = "segment";
    private static final String STATE = "rejectState";
    private static final String STEP = "step";

    Map<String, AttributeValue> key(SegmentPass where, ItemKey key) {
        return items.key(new RunKey(where.version(), where.rank()), HistoryItemCodec.REJECT_SORTS + KeyHash.of(key));
    }

    /** The newest entry of a key stays, and none of an older epoch replaces one of a newer. */
    HistoryWrite reject(SegmentPass where, ItemKey key, Objection objection, long epoch) {
        var reason = objection.reason();
        var item = new ItemBuilder()
                .all(key(where, key))
                .number(HistoryItemCodec.VERSION, where.version())
                .number(HistoryItemCodec.RANK, where.rank())
                .number(PASS, where.pass())
                .number(SEGMENT, where.segment())
                .map(ITEM_KEY, key.attributes())
                .text(CODE, objection.code().code())
                .text(REASON, reason.substring(0, Math.min(LONGEST_REASON, reason.length())))
                .number(HistoryItemCodec.EPOCH, epoch)
                .build();
        return new HistoryWrite.Put(item, notOlder(epoch));
    }

    RejectedItem read(StoredItem item) {
        return new RejectedItem(
                new SegmentPass(
                        item.number(HistoryItemCodec.VERSION),
                        item.number(HistoryItemCodec.RANK),
                        (int) item.number(PASS),
                        (int) item.number(SEGMENT)),
                new ItemKey(item.map(ITEM_KEY).attributes()),
                item.text(CODE),
                item.text(REASON),
                item.maybeText(STATE).map(State::valueOf).orElse(State.OPEN));
    }

    /** Only those that are open. */
    static Expression open() {
        return Expression.of("attribute_not_exists(#" + STATE + ")");
    }

    HistoryWrite.Update close(RejectedItem item, State how, long epoch, String who, String why) {
        return new HistoryWrite.Update(
                key(item.where(), item.key()),
                Expression.of("SET #rejectState = :state, #closedBy = :who, #closedWhy = :why, #epoch = :epoch")
                        .with(":state", how.name())
                        .with(":who", who)
                        .with(":why", why),
                notOlder(epoch));
    }

    Map<String, AttributeValue> stepKey(RunKey run, String step) {
        return items.key(run, HistoryItemCodec.TASK_SORTS + step);
    }

    HistoryWrite step(RunKey run, String step, long epoch) {
        var item = new ItemBuilder()
                .all(stepKey(run, step))
                .text(STEP, step)
                .number(HistoryItemCodec.EPOCH, epoch)
                .build();
        return new HistoryWrite.Put(item, notOlder(epoch));
    }

    private static Expression notOlder(long epoch) {
        return Expression.of("attribute_not_exists(#epoch) OR #epoch <= :epoch").with(":epoch", epoch);
    }
}
