package io.github.dynamodbmigrations.checkpoint;

import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.scan.ItemKey;

/** Durable record of the items that a run left alone; real keys are kept in the history table only. */
public interface RejectLog {
    /**
     * Records an item. The same key again replaces its earlier entry of the same run.
     *
     * @param where the segment and pass that left it alone
     * @param key its key
     * @param objection why
     */
    void record(SegmentPass where, ItemKey key, Objection objection);

    /**
     * Whether an item has been recorded in this run.
     *
     * @param where the segment and pass that asks
     * @param key its key
     * @return whether it has
     */
    boolean holds(SegmentPass where, ItemKey key);
}
