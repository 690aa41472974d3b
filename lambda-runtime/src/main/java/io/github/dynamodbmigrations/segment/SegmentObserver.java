package io.github.dynamodbmigrations.segment;

import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.throttle.TransientReason;
import io.github.dynamodbmigrations.write.ItemWrite;

/** Sees what a worker does, for progress and samples. Called by several threads. */
public interface SegmentObserver {
    /** Sees nothing. */
    SegmentObserver NONE = new SegmentObserver() {};

    /**
     * A page has been finished and its checkpoint written.
     *
     * @param after the checkpoint
     * @param evaluated items that the source looked at for the page
     * @param page what happened to its items
     */
    default void page(Checkpoint after, long evaluated, Tally page) {}

    /**
     * A write has been acknowledged.
     *
     * @param write what was asked for; item data
     */
    default void written(ItemWrite write) {}

    /**
     * An item has been left alone.
     *
     * @param key its key; item data
     * @param objection why
     */
    default void rejected(ItemKey key, Objection objection) {}

    /**
     * A request was refused for now, and waits before it is made again.
     *
     * @param reason why
     */
    default void refused(TransientReason reason) {}
}
