package io.github.dynamodbmigrations.scan;

import java.util.List;
import java.util.Optional;

/**
 * The names of the key attributes of a table or index.
 *
 * @param partition the partition key attribute
 * @param sort the sort key attribute, if there is one
 */
public record KeySchema(String partition, Optional<String> sort) {
    /** The names, partition key first. */
    public List<String> names() {
        return sort.map(name -> List.of(partition, name)).orElseGet(() -> List.of(partition));
    }
}
