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
     * @param places for each of them, where the next page begins if this one ends behind it
     * @param evaluated how many items the source looked at for them
     * @param next where the next page begins; empty at the end of the segment
     * @param units read capacity consumed
     */
    record Page(
            List<Map<String, AttributeValue>> images,
            List<ItemKey> places,
            long evaluated,
            Optional<ItemKey> next,
            double units)
            implements Reading {
        /** Copies the lists. */
        public Page {
            images = List.copyOf(images);
            places = List.copyOf(places);
            if (images.size() != places.size()) {
                throw new IllegalArgumentException(images.size() + " images at " + places.size() + " places");
            }
        }

        /**
         * The part of it that ends behind an item. What the source looked at for that part is estimated.
         *
         * @param items how many items, at least one
         * @return the whole page if it has no more
         */
        public Page upTo(int items) {
            return items == images.size()
                    ? this
                    : new Page(
                            images.subList(0, items),
                            places.subList(0, items),
                            evaluated * items / images.size(),
                            Optional.of(places.get(items - 1)),
                            units);
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
