package io.github.dynamodbmigrations.write;

import io.github.dynamodbmigrations.scan.ItemKey;

/** Writes single items under the conditions of a run. Safe for use by several threads. */
public interface ItemWriter {
    /**
     * Makes one try.
     *
     * @param write what is asked for
     * @return what came of it
     * @throws io.github.dynamodbmigrations.MigrationException if no item of this run could be written
     */
    WriteResult write(ItemWrite write);

    /**
     * Whether markers say that there is nothing to do for an item: this rank has been applied to it, or the rank that is to
     * be undone has not. Always false unless markers are kept.
     *
     * @param key the item's key
     * @return whether they do
     */
    boolean isMarked(ItemKey key);

    /**
     * Whether markers say that another run has written an item. Always false unless markers are kept.
     *
     * @param rank that run's rank
     * @param key the item's key
     * @return whether they do
     */
    default boolean isMarkedBy(long rank, ItemKey key) {
        return false;
    }
}
