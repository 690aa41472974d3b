package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.checkpoint.RejectLog;
import io.github.dynamodbmigrations.checkpoint.RejectedItem;
import io.github.dynamodbmigrations.checkpoint.Rejects;
import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.scan.ItemKey;
import java.util.List;
import java.util.Optional;

/** Rejected items in a DynamoDB table: the only place outside the migrated table where keys of items are kept. */
public final class DynamoRejectLog implements RejectLog, Rejects {
    private final HistoryItems items;
    private final RejectCodec codec;
    private final long epoch;

    /**
     * Makes one.
     *
     * @param items the table
     * @param epoch the lock's epoch under which items are rejected
     */
    public DynamoRejectLog(HistoryItems items, long epoch) {
        this.items = items;
        this.codec = new RejectCodec(items.codec());
        this.epoch = epoch;
    }

    @Override
    public void record(SegmentPass where, ItemKey key, Objection objection) {
        if (items.write(codec.reject(where, key, objection, epoch)).isPresent()) {
            throw FailureCode.SEGMENT_TAKEN.exception("segment " + where.segment() + " of version " + where.version()
                    + " was taken by another worker. That one goes on; nothing is to be done.");
        }
    }

    @Override
    public Optional<RejectCode> codeOf(SegmentPass where, ItemKey key) {
        // An entry of an earlier attempt says nothing any more: what was in the way may have been removed since.
        return items.get(codec.key(where, key))
                .filter(item -> item.number(HistoryItemCodec.EPOCH) == epoch)
                .map(codec::read)
                .filter(RejectedItem::isOpen)
                .flatMap(item -> RejectCode.find(item.code()));
    }

    @Override
    public Optional<RejectCode> waived(SegmentPass where, ItemKey key) {
        return find(where, key)
                .filter(item -> item.state() == RejectedItem.State.WAIVED)
                .flatMap(item -> RejectCode.find(item.code()));
    }

    @Override
    public Optional<RejectedItem> find(SegmentPass where, ItemKey key) {
        return items.get(codec.key(where, key)).map(codec::read);
    }

    @Override
    public void close(RejectedItem item, RejectedItem.State how, long closingEpoch, String who, String why) {
        if (items.write(codec.close(item, how, closingEpoch, who, why)).isPresent()) {
            throw FailureCode.HISTORY_MOVED_ON.exception("the history moved on: an item of version "
                    + item.where().version() + " was rejected anew meanwhile. Run again.");
        }
    }

    @Override
    public long count(long version, long rank) {
        return items.count(partition(version, rank), HistoryItemCodec.REJECT_SORTS, RejectCodec.open());
    }

    @Override
    public List<RejectedItem> list(long version, long rank, int most) {
        return items.query(partition(version, rank), HistoryItemCodec.REJECT_SORTS, RejectCodec.open(), most).stream()
                .map(item -> codec.read(new StoredItem(item)))
                .toList();
    }

    private String partition(long version, long rank) {
        return items.codec().partition(new RunKey(version, rank));
    }
}
