package io.github.dynamodbmigrations.segment;

import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import io.github.dynamodbmigrations.checkpoint.CheckpointStore;
import io.github.dynamodbmigrations.checkpoint.RejectLog;
import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.scan.ItemKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;

/** Checkpoints and rejects in memory, with the checks that a durable store makes. */
@NullUnmarked
final class FakeHistory implements CheckpointStore, RejectLog {
    final Map<SegmentPass, Checkpoint> checkpoints = new HashMap<>();
    final Map<String, Objection> rejects = new TreeMap<>();
    int checkedOut;

    @Override
    public Claim claim(SegmentPass where, long epoch, String worker) {
        var fresh = Checkpoint.beginning(where, epoch, worker);
        return new Claim(checkpoints.computeIfAbsent(where, absent -> fresh), false);
    }

    @Override
    public void advance(Checkpoint previous, Checkpoint next) {
        if (!previous.equals(checkpoints.get(next.where())) || next.seq() != previous.seq() + 1) {
            throw new IllegalStateException("a checkpoint that is not the successor of the last");
        }
        checkpoints.put(next.where(), next);
    }

    @Override
    public void checkOut(Checkpoint last) {
        if (!last.equals(checkpoints.get(last.where()))) {
            throw new IllegalStateException("checked out with a checkpoint that is not the last");
        }
        checkedOut++;
    }

    @Override
    public List<Checkpoint> ofPass(long version, long rank, int pass) {
        return List.of();
    }

    @Override
    public synchronized void record(SegmentPass where, ItemKey key, Objection objection) {
        rejects.put(key.attributes().get("pk").s(), objection);
    }

    @Override
    public Optional<RejectCode> codeOf(SegmentPass where, ItemKey key) {
        return Optional.ofNullable(rejects.get(key.attributes().get("pk").s())).map(Objection::code);
    }
}
