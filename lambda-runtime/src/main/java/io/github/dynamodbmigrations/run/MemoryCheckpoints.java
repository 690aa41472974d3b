package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import io.github.dynamodbmigrations.checkpoint.CheckpointStore;
import io.github.dynamodbmigrations.checkpoint.RejectLog;
import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.scan.ItemKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Checkpoints and rejects that live as long as one walk: it begins from nothing, and nothing remembers it. */
final class MemoryCheckpoints implements CheckpointStore, RejectLog {
    private final Map<SegmentPass, Checkpoint> checkpoints = new ConcurrentHashMap<>();
    private final Map<ItemKey, RejectCode> rejected = new ConcurrentHashMap<>();

    @Override
    public Claim claim(SegmentPass where, long epoch, String worker) {
        var fresh = new Checkpoint(where, Optional.empty(), 0, 0, Tally.ZERO, 0, 0, epoch, worker, false, false);
        return new Claim(checkpoints.computeIfAbsent(where, absent -> fresh), false);
    }

    @Override
    public void advance(Checkpoint previous, Checkpoint next) {
        checkpoints.put(next.where(), next);
    }

    @Override
    public void checkOut(Checkpoint last) {}

    @Override
    public List<Checkpoint> ofPass(long version, long rank, int pass) {
        return checkpoints.values().stream()
                .filter(checkpoint -> checkpoint.where().pass() == pass)
                .sorted(Comparator.comparingInt(checkpoint -> checkpoint.where().segment()))
                .toList();
    }

    @Override
    public void record(SegmentPass where, ItemKey key, Objection objection) {
        rejected.put(key, objection.code());
    }

    @Override
    public Optional<RejectCode> codeOf(SegmentPass where, ItemKey key) {
        return Optional.ofNullable(rejected.get(key));
    }
}
