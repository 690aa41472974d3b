package io.github.dynamodbmigrations.checkpoint;

import io.github.dynamodbmigrations.scan.ItemKey;

/**
 * An item that a run left alone.
 *
 * @param where the segment and pass that left it alone
 * @param key its key; item data
 * @param code the stable code
 * @param reason in words
 * @param state what has become of it since
 */
public record RejectedItem(SegmentPass where, ItemKey key, String code, String reason, State state) {
    /** What has become of a rejected item. */
    public enum State {
        /** It is still to be dealt with. */
        OPEN,
        /** It was migrated after all, or did not have to be. */
        RETRIED,
        /** Somebody has said that it counts as it is. */
        WAIVED
    }

    /** Whether it is still to be dealt with. */
    public boolean isOpen() {
        return state == State.OPEN;
    }
}
