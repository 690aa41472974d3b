package io.github.dynamodbmigrations.integration;

import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import io.github.dynamodbmigrations.checkpoint.CheckpointStore;
import io.github.dynamodbmigrations.checkpoint.RejectLog;
import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.scan.ItemKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Checkpoints and rejects of one test, so that it is about items only. */
final class MemoryHistory implements CheckpointStore, RejectLog {
    final Map<ItemKey, Objection> rejects = new ConcurrentHashMap<>();
    private final Map<SegmentPass, Checkpoint> checkpoints = new ConcurrentHashMap<>();

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
        return List.of();
    }

    @Override
    public void record(SegmentPass where, ItemKey key, Objection objection) {
        rejects.put(key, objection);
    }

    @Override
    public Optional<RejectCode> codeOf(SegmentPass where, ItemKey key) {
        return Optional.ofNullable(rejects.get(key)).map(Objection::code);
    }
}
