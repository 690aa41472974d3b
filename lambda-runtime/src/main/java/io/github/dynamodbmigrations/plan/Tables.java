package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.FailureCode;
import java.util.Optional;

/** Describes tables. */
public interface Tables {
    /**
     * Describes a table.
     *
     * @param logical the name that migrations use
     * @param name its name or ARN
     * @return what is known of it
     * @throws MigrationException if there is none
     */
    TableFacts describe(String logical, String name);

    /** The same of a table that may be gone. */
    default Optional<TableFacts> find(String logical, String name) {
        try {
            return Optional.of(describe(logical, name));
        } catch (MigrationException thrown) {
            if (thrown.code().equals(FailureCode.TABLE_NOT_FOUND.code())) {
                return Optional.empty();
            }
            throw thrown;
        }
    }
}
