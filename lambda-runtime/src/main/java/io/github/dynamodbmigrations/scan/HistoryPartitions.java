package io.github.dynamodbmigrations.scan;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The partitions of a table that belong to the history, if it lies in that table: no item of them is migrated.
 *
 * @param keys the table's keys
 * @param value the history's partition; the others of the history begin with it and a hash sign, and no others do
 */
public record HistoryPartitions(KeySchema keys, Optional<String> value) {
    /**
     * Whether an item lies in one of them.
     *
     * @param image the item
     * @return whether it is the history's
     */
    public boolean hold(Map<String, AttributeValue> image) {
        var partition = image.get(keys.partition());
        return value.isPresent() && partition != null && partition.s() != null && isOwn(partition.s(), value.get());
    }

    private static boolean isOwn(String partition, String own) {
        return partition.equals(own) || partition.startsWith(own + "#");
    }
}
