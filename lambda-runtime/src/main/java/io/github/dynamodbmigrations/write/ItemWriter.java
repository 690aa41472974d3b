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
     * Whether a marker says that this rank has been applied to an item. Always false unless markers are kept.
     *
     * @param key the item's key
     * @return whether there is a marker
     */
    boolean isMarked(ItemKey key);
}
