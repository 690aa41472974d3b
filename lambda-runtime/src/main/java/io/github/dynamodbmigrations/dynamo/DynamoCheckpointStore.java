package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import io.github.dynamodbmigrations.checkpoint.CheckpointStore;
import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.RunKey;
import java.util.List;
import java.util.function.Consumer;

/** Checkpoints in a DynamoDB table. */
public final class DynamoCheckpointStore implements CheckpointStore {
    private final HistoryItems items;
    private final CheckpointCodec codec;
    private final Consumer<SegmentPass> missing;

    /**
     * Makes one.
     *
     * @param items the table
     * @param missing hears of each claim over one that had not been checked out, before the claim is used
     */
    public DynamoCheckpointStore(HistoryItems items, Consumer<SegmentPass> missing) {
        this.items = items;
        this.codec = new CheckpointCodec(items.codec());
        this.missing = missing;
    }

    @Override
    public Claim claim(SegmentPass where, long epoch, String worker) {
        var write = codec.claim(where, epoch, worker);
        var updated = items.update(write);
        if (!updated.isMade()) {
            throw taken(where, updated.before());
        }
        var claimed = codec.read(items.get(write.key()).orElseThrow());
        if (claimed.epoch() != epoch || !claimed.worker().equals(worker)) {
            throw taken(where, updated.before());
        }
        var unclean = updated.before().has(HistoryItemCodec.EPOCH) && isOpen(codec.read(updated.before()));
        if (unclean) {
            missing.accept(where);
        }
        return new Claim(claimed, unclean);
    }

    /** Whether its worker may still write. A repeated claim of our own looks the same, and is taken for one, too. */
    private static boolean isOpen(Checkpoint before) {
        return !before.checkedOut() && !before.done();
    }

    @Override
    public void advance(Checkpoint previous, Checkpoint next) {
        var refused = items.write(codec.advance(previous, next));
        var isOurs = refused.filter(item -> item.has(HistoryItemCodec.EPOCH))
                .map(codec::read)
                .filter(now ->
                        now.epoch() == next.epoch() && now.worker().equals(next.worker()) && now.seq() == next.seq())
                .isPresent();
        if (refused.isPresent() && !isOurs) {
            throw taken(next.where(), refused.get());
        }
    }

    @Override
    public void checkOut(Checkpoint last) {
        // Refused if another worker has it: that one has seen that we had not let go.
        items.write(codec.checkOut(last));
    }

    @Override
    public List<Checkpoint> ofPass(long version, long rank, int pass) {
        return items
                .query(items.codec().partition(new RunKey(version, rank)), HistoryItemCodec.segmentSorts(pass))
                .stream()
                .map(item -> codec.read(new StoredItem(item)))
                .toList();
    }

    private static MigrationException taken(SegmentPass where, StoredItem now) {
        return FailureCode.SEGMENT_TAKEN.exception("segment " + where.segment() + " of version " + where.version()
                + " was taken by another worker"
                + now.maybeNumber(HistoryItemCodec.EPOCH)
                        .map(epoch -> ", of epoch " + epoch)
                        .orElse("")
                + ". That one goes on; nothing is to be done.");
    }
}
