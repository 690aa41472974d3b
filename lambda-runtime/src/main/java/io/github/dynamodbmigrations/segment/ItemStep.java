package io.github.dynamodbmigrations.segment;

import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.segment.PageCut.Turn;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a pass does with one item. */
interface ItemStep {
    /**
     * Does it, to the end.
     *
     * @param where the segment and pass
     * @param image the item as it was read
     * @param turn when to write it, and when to leave it unfinished
     * @return what happened to it
     */
    ItemOutcome apply(SegmentPass where, Map<String, AttributeValue> image, Turn turn);
}
