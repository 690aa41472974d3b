package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.history.HistorySettings;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals that know of a history have in common: its table, and how it is kept there. */
abstract class AbstractHistoryMojo extends AbstractMigrationsMojo {
    /**
     * The name of the history table.
     *
     * <p>Default: the artifact id with {@code -migrations}. Example:
     *
     * <pre>{@code <historyTable>shop-history</historyTable>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.historyTable")
    private @Nullable String historyTable;

    /**
     * The partition key attribute of the history table, a string.
     *
     * <p>Default: {@code pk}. Example:
     *
     * <pre>{@code <partitionKeyName>PK</partitionKeyName>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.partitionKeyName", defaultValue = "pk")
    private String partitionKeyName = "pk";

    /**
     * The sort key attribute of the history table, a string.
     *
     * <p>Default: {@code sk}. Example:
     *
     * <pre>{@code <sortKeyName>SK</sortKeyName>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.sortKeyName", defaultValue = "sk")
    private String sortKeyName = "sk";

    /**
     * The partition that holds the history, of interest where the history table holds other data too.
     *
     * <p>Default: {@code _migration}. Example:
     *
     * <pre>{@code <partitionValue>_history</partitionValue>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.partitionValue", defaultValue = "_migration")
    private String partitionValue = "_migration";

    AbstractHistoryMojo(MavenProject project, MavenSession session) {
        super(project, session);
    }

    /** Where the history is; its table may be named somewhere else than in POM and command line. */
    final HistorySettings history(Optional<String> elsewhere) {
        var usual = build().project().getArtifactId() + "-migrations";
        return new HistorySettings(
                build().given("historyTable", historyTable).or(() -> elsewhere).orElse(usual),
                partitionKeyName,
                sortKeyName,
                partitionValue,
                firstVersion());
    }
}
