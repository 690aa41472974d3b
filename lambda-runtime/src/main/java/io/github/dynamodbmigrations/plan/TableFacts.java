package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.scan.KeySchema;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a table's description says. Sizes are some hours old; what a service or stand-in does not say is empty.
 *
 * @param identity which table it is, and its keys
 * @param indexes the keys of its indexes, by name
 * @param indexKeyTypes the type of each attribute that is a key of an index
 * @param sizeBytes how large it was
 * @param items how many items it had
 * @param throughput what it can take per second without being throttled: provisioned, or warm
 * @param replicated whether it has replicas in other regions that may be written with eventual consistency
 */
public record TableFacts(
        TableIdentity identity,
        Map<String, KeySchema> indexes,
        Map<String, AttributeValue.Type> indexKeyTypes,
        long sizeBytes,
        long items,
        Optional<Throughput> throughput,
        boolean replicated) {
    /** Copies the maps. */
    public TableFacts {
        indexes = Map.copyOf(indexes);
        indexKeyTypes = Map.copyOf(indexKeyTypes);
    }

    /**
     * Capacity units per second.
     *
     * @param readUnits for reads
     * @param writeUnits for writes
     */
    public record Throughput(double readUnits, double writeUnits) {}
}
