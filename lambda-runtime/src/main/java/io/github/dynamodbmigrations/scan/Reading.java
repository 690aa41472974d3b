package io.github.dynamodbmigrations.scan;

import io.github.dynamodbmigrations.throttle.TransientReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What came of reading a page. */
public sealed interface Reading {
    /**
     * A page.
     *
     * @param images the base items that the source selected, whole, each key once
     * @param evaluated how many items the source looked at for them
     * @param next where the next page begins; empty at the end of the segment
     * @param units read capacity consumed
     */
    record Page(List<Map<String, AttributeValue>> images, long evaluated, Optional<ItemKey> next, double units)
            implements Reading {
        /** Copies the list. */
        public Page {
            images = List.copyOf(images);
        }

        /** Shows no item. */
        @Override
        public String toString() {
            return "page of " + images.size();
        }
    }

    /**
     * Refused for now.
     *
     * @param reason why
     */
    record Refused(TransientReason reason) implements Reading {}
}
