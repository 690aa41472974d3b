package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.OnChange;
import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.scan.Filter;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A migration as its annotations declare it; index keys and segment counts come from the table when a run is planned.
 *
 * @param version its version
 * @param type its class
 * @param kind what it implements
 * @param table the logical table; empty only for a task
 * @param description one line; may be empty
 * @param source where its items come from
 * @param guard how applications are remembered
 * @param writers what is known of the application's writers
 * @param readUnits read budget per second, 0 if not declared
 * @param writeUnits write budget per second, 0 if not declared
 * @param percentOfTable the share of the table's throughput where no units are declared
 * @param parameters names of its parameters
 * @param onChange what to do when the code of an unfinished run has changed
 * @param checksums of its code, from the manifest
 */
public record MigrationDefinition(
        long version,
        Class<?> type,
        Kind kind,
        Optional<String> table,
        String description,
        DeclaredSource source,
        GuardMode guard,
        WriterFacts writers,
        int readUnits,
        int writeUnits,
        int percentOfTable,
        List<String> parameters,
        OnChange onChange,
        Checksums checksums)
        implements PackagedMigration {
    @Override
    public String name() {
        return type.getSimpleName();
    }

    @Override
    public boolean isReversible() {
        return kind == Kind.REVERSIBLE;
    }

    /** A new instance of the migration's class: stateless by contract, so that one serves all workers. */
    public Object instantiate() {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot instantiate " + type.getName(), e);
        }
    }

    /** What a migration implements. */
    public enum Kind {
        /** ItemMigration. */
        ITEM,
        /** Reversible. */
        REVERSIBLE,
        /** TaskMigration. */
        TASK
    }

    /**
     * Where items come from.
     *
     * @param index the index's name
     * @param partitionKey for a query, the partition key attribute
     * @param partitionValue for a query, the partition
     * @param filter the filter
     * @param segments declared number of segments, 0 if not declared
     */
    public record DeclaredSource(
            Optional<String> index,
            Optional<String> partitionKey,
            Optional<AttributeValue> partitionValue,
            Filter filter,
            int segments) {}
}
