package io.github.dynamodbmigrations.scan;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What feeds a migration. An index supplies keys only; the base item is then read consistently. What selected an item
 * (filter, presence in the index, partition) must also hold when it is written.
 */
public sealed interface Source {
    /** The index that supplies keys; empty for the table itself. */
    Optional<Index> index();

    /** The filter. */
    Filter filter();

    /** A parallel scan. */
    record Scan(Optional<Index> index, Filter filter) implements Source {}

    /** A query of one partition of the table or index. */
    record Query(Optional<Index> index, String partitionKey, AttributeValue partitionValue, Filter filter)
            implements Source {
        /** Shows no values. */
        @Override
        public String toString() {
            return "query of one partition by " + partitionKey;
        }
    }

    /** An index with its keys. */
    record Index(String name, KeySchema keys) {}
}
