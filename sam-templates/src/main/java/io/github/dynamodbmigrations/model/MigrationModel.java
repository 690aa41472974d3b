package io.github.dynamodbmigrations.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One migration, as read from its class file.
 *
 * @param version its version
 * @param className the binary name of its class
 * @param kind what it implements
 * @param table the logical table; empty only for a task
 * @param description one line; may be empty
 * @param source where its items come from; empty for a task
 * @param guard how applications are remembered
 * @param writers what is known of the application's writers
 * @param throttle its capacity budget
 * @param uses what its code can do to items
 * @param grants an IAM policy document (JSON text) beside its own rights
 * @param parameters the names of its parameters
 * @param deploymentTimeout how long a deployment waits for it, if it says so
 * @param onChange the name of the runtime's OnChange constant
 * @param checksum of the class and its nested classes
 * @param reachedChecksum of the project classes that it reaches
 */
public record MigrationModel(
        long version,
        String className,
        Kind kind,
        Optional<String> table,
        String description,
        Optional<Source> source,
        Guard guard,
        Writers writers,
        Throttle throttle,
        Uses uses,
        Optional<String> grants,
        List<String> parameters,
        Optional<Duration> deploymentTimeout,
        String onChange,
        String checksum,
        String reachedChecksum) {

    /** What a migration class implements. */
    public enum Kind {
        /** ItemMigration. */
        ITEM,
        /** Reversible. */
        REVERSIBLE,
        /** TaskMigration. */
        TASK
    }

    /** How applications are remembered. */
    public enum Guard {
        /** Not at all: the migration settles. */
        NONE,
        /** In the item. */
        ITEM,
        /** In the history table. */
        LEDGER
    }

    /** Where items come from. */
    public sealed interface Source {
        /** The index, or empty for the table itself. */
        Optional<String> index();

        /** A parallel scan; segments 0 lets the plan choose. */
        record Scan(Optional<String> index, Filter filter, int segments) implements Source {}

        /** A query of one partition; the value as {@code S:OPEN}. */
        record Query(Optional<String> index, String partitionKey, String partitionValue, Filter filter)
                implements Source {}
    }

    /** A filter expression with its names and values as {@code "#s=status"} and {@code ":v=S:open"}; may be empty. */
    public record Filter(String expression, List<String> names, List<String> values) {}

    /** What is known of the application's writers; empty texts where nothing was said. */
    public record Writers(
            String versionAttribute, List<String> attributes, boolean updateOnly, boolean addNothing, String region) {}

    /** A capacity budget; units of 0 leave it to the percentage. */
    public record Throttle(int readUnits, int writeUnits, int percentOfTable) {}

    /** What the migration's code can do, as far as its bytecode shows: a delete, a put beside an update. */
    public record Uses(boolean delete, boolean put) {}

    /** The class name without its package. */
    public String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
