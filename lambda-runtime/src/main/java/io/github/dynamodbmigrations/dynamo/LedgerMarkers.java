package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.scan.KeyHash;
import io.github.dynamodbmigrations.scan.KeySchema;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where a run's markers lie in the history table: one item per migrated item, with nothing but its key, spread over 256
 * partitions by the hash of the migrated item's key.
 *
 * @param table the history table
 * @param keys its keys; with a sort key
 * @param partitionValue with which all partitions of this history begin
 * @param version the run's version
 * @param rank the run's rank
 * @param undoneRank the rank that the run undoes
 */
public record LedgerMarkers(
        String table, KeySchema keys, String partitionValue, long version, long rank, Optional<Long> undoneRank) {
    private static final String SORT = "LEDGER#";

    /** The markers of the rank that is undone. */
    Optional<LedgerMarkers> undone() {
        return undoneRank.map(it -> new LedgerMarkers(table, keys, partitionValue, version, it, Optional.empty()));
    }

    /** The marker of an item. */
    Map<String, AttributeValue> of(ItemKey key) {
        var hash = KeyHash.of(key);
        var partition = partitionValue + "#" + version + "#" + rank + "#" + hash.substring(0, 2);
        return Map.of(
                keys.partition(),
                AttributeValue.fromS(partition),
                keys.sort().orElseThrow(),
                AttributeValue.fromS(SORT + hash));
    }
}
