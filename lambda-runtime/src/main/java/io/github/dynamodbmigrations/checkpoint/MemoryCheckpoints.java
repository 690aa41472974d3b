package io.github.dynamodbmigrations.checkpoint;

import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.scan.ItemKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Checkpoints and rejects that live as long as one walk: it begins from nothing, and nothing remembers it. */
public final class MemoryCheckpoints implements CheckpointStore, RejectLog {
    private final Map<SegmentPass, Checkpoint> checkpoints = new ConcurrentHashMap<>();
    private final Map<ItemKey, Objection> rejects = new ConcurrentHashMap<>();

    @Override
    public Claim claim(SegmentPass where, long epoch, String worker) {
        var fresh = Checkpoint.beginning(where, epoch, worker);
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
        rejects.put(key, objection);
    }

    @Override
    public Optional<RejectCode> codeOf(SegmentPass where, ItemKey key) {
        return Optional.ofNullable(rejects.get(key)).map(Objection::code);
    }

    /** What was rejected, by key. */
    public Map<ItemKey, Objection> rejects() {
        return Map.copyOf(rejects);
    }
}
