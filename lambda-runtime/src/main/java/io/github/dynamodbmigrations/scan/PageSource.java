package io.github.dynamodbmigrations.scan;

import java.util.Optional;

/** Reads a run's items, page by page. */
public interface PageSource {
    /**
     * Reads the items that feed the first pass: whole base items, read consistently, which the plan's source selects.
     *
     * @param segment zero-based
     * @param after where to begin; empty at the segment's beginning
     * @param limit how many items to look at, at most
     * @return the page, or why there is none now
     */
    Reading feed(int segment, Optional<ItemKey> after, int limit);

    /**
     * Reads what every later pass walks: the table itself, consistently, under the same conditions. An index may lag
     * behind, so that it cannot show that nothing is left.
     *
     * @param segment zero-based
     * @param after where to begin; empty at the segment's beginning
     * @param limit how many items to look at, at most
     * @return the page, or why there is none now
     */
    Reading sweep(int segment, Optional<ItemKey> after, int limit);

    /**
     * Reads one item of the table, consistently, under the same conditions.
     *
     * @param key its key
     * @return a page of it, empty if it is gone or not selected any more; or why there is none now
     */
    Reading one(ItemKey key);
}
