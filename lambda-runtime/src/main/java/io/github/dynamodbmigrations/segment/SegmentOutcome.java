package io.github.dynamodbmigrations.segment;

import io.github.dynamodbmigrations.checkpoint.Checkpoint;

/** How a worker's walk through a segment ended in an orderly way. */
public sealed interface SegmentOutcome {
    /** The last checkpoint. */
    Checkpoint checkpoint();

    /**
     * The segment has come to its end.
     *
     * @param checkpoint the last checkpoint
     */
    record Finished(Checkpoint checkpoint) implements SegmentOutcome {}

    /**
     * The deadline was reached; the next worker goes on from the checkpoint.
     *
     * @param checkpoint the last checkpoint
     */
    record Paused(Checkpoint checkpoint) implements SegmentOutcome {}
}
