package io.github.dynamodbmigrations.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * All that is emitted for a project is a function of this.
 *
 * @param artifactId the project's name in tags and default names
 * @param pluginVersion the version of this product, part of the definition's stamp
 * @param migrations in order of their versions, those below emitFrom left out
 * @param settings what the POM configures
 */
public record ProjectModel(
        String artifactId, String pluginVersion, List<MigrationModel> migrations, Settings settings) {
    /** How long a deployment waits for a migration: as long as that says, else as long as for any. */
    public Duration deploymentTimeout(MigrationModel migration) {
        return migration.deploymentTimeout().orElse(settings.deploymentTimeout());
    }

    /**
     * What the POM configures.
     *
     * @param runtime the Lambda runtime, such as {@code java25}
     * @param historyTable the default physical name of the history table
     * @param partitionKeyName the history table's partition key attribute
     * @param sortKeyName its sort key attribute
     * @param partitionValue the partition that holds the history
     * @param firstVersion the version of data that no migration has touched
     * @param emitFrom the lowest version that is emitted; 0 for all
     * @param tableExports by logical table, the name of the export that holds its physical name
     * @param deploymentTimeout how long a deployment waits for a migration that does not say so itself
     */
    public record Settings(
            String runtime,
            String historyTable,
            String partitionKeyName,
            String sortKeyName,
            String partitionValue,
            long firstVersion,
            long emitFrom,
            Map<String, String> tableExports,
            Duration deploymentTimeout) {}
}
