package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.Undoing;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.scan.KeyHash;
import io.github.dynamodbmigrations.scan.KeySchema;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
 * @param undoing what the run undoes
 */
public record LedgerMarkers(
        String table, KeySchema keys, String partitionValue, long version, long rank, Optional<Undoing> undoing) {
    private static final String SORT = "LEDGER#";

    /**
     * The markers of the rank that applied the version to an item last, unless it was undone since.
     *
     * @param isMarked whether the item has a marker of a rank; not asked where only one rank can have applied it
     * @return its markers; empty if the version is not applied to the item
     */
    Optional<LedgerMarkers> applied(Predicate<LedgerMarkers> isMarked) {
        var undone = undoing.orElseThrow();
        return undone.only()
                .or(() -> undone.newestFirst().stream()
                        .filter(it -> isMarked.test(of(it)))
                        .findFirst()
                        .filter(undone.applications()::contains))
                .map(this::of);
    }

    /** The markers of another rank. */
    LedgerMarkers of(long otherRank) {
        return new LedgerMarkers(table, keys, partitionValue, version, otherRank, Optional.empty());
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
