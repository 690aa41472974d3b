package io.github.dynamodbmigrations.checkpoint;

import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.scan.ItemKey;
import java.util.Optional;

/**
 * Durable record of the items that a run left alone; real keys are kept in the history table only.
 * Safe for use by several threads.
 */
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
     * Why an item was left alone in this attempt of its run.
     *
     * @param where the segment and pass that asks
     * @param key its key
     * @return the code last recorded; empty if it was not left alone
     */
    Optional<RejectCode> codeOf(SegmentPass where, ItemKey key);

    /**
     * Whether somebody has said that an item counts as it is. Asked before it is recorded, which would take that back.
     *
     * @param where the segment and pass that asks
     * @param key its key
     * @return the reason that it was waived for; empty if it was not
     */
    default Optional<RejectCode> waived(SegmentPass where, ItemKey key) {
        return Optional.empty();
    }
}
