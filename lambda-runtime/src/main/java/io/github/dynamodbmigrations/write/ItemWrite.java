package io.github.dynamodbmigrations.write;

import io.github.dynamodbmigrations.diff.Expectation;
import io.github.dynamodbmigrations.diff.ItemDiff;
import io.github.dynamodbmigrations.scan.ItemKey;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is to be written of one item, all or nothing. The run's guard and source add their own conditions to it. */
public sealed interface ItemWrite {
    /** The original's key. */
    ItemKey key();

    /** What must still hold of the original. */
    Expectation expectation();

    /** Further items to put where there are none. */
    List<Map<String, AttributeValue>> puts();

    /**
     * Changes attributes of the original. With an empty difference only its guard or marker is written, beside puts.
     *
     * @param key the original's key
     * @param diff what to change
     * @param expectation what must still hold
     * @param puts further items
     */
    record Update(ItemKey key, ItemDiff diff, Expectation expectation, List<Map<String, AttributeValue>> puts)
            implements ItemWrite {
        /** Copies the puts. */
        public Update {
            puts = List.copyOf(puts);
        }

        /** Shows names only. */
        @Override
        public String toString() {
            return "update " + diff + " " + expectation + " puts " + puts.size();
        }
    }

    /**
     * Deletes the original.
     *
     * @param key its key
     * @param expectation what must still hold
     * @param puts further items
     */
    record Delete(ItemKey key, Expectation expectation, List<Map<String, AttributeValue>> puts) implements ItemWrite {
        /** Copies the puts. */
        public Delete {
            puts = List.copyOf(puts);
        }

        /** Shows names only. */
        @Override
        public String toString() {
            return "delete " + expectation + " puts " + puts.size();
        }
    }
}
