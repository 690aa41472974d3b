package io.github.dynamodbmigrations.checkpoint;

import io.github.dynamodbmigrations.scan.ItemKey;

/**
 * An item that a run left alone.
 *
 * @param where the segment and pass that left it alone
 * @param key its key; item data
 * @param code the stable code
 * @param reason in words
 */
public record RejectedItem(SegmentPass where, ItemKey key, String code, String reason) {}
