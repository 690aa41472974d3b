package io.github.dynamodbmigrations.plan;

/** Describes tables. */
public interface Tables {
    /**
     * Describes a table.
     *
     * @param logical the name that migrations use
     * @param name its name or ARN
     * @return what is known of it
     * @throws io.github.dynamodbmigrations.MigrationException if there is none
     */
    TableFacts describe(String logical, String name);
}
