package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.bundle.BundleRequest;
import io.github.dynamodbmigrations.model.ProjectModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals that read a module's migrations have in common: where these are, and where their history is. */
abstract class ProjectMojo extends AbstractMigrationsMojo {
    /**
     * Libraries that are searched for migrations too, as {@code group:artifact} with {@code *} for any part.
     *
     * <p>Default: none, only the module's own classes are searched. Example:
     *
     * <pre>{@code
     * <scanDependencies>
     *   <scanDependency>com.example:shop-migrations</scanDependency>
     * </scanDependencies>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.scanDependencies")
    private List<String> scanDependencies = List.of();

    /**
     * The Lambda runtime of the emitted functions, which class files must not be newer than.
     *
     * <p>Default: {@code java25}. Example:
     *
     * <pre>{@code <lambdaRuntime>java21</lambdaRuntime>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.lambdaRuntime", defaultValue = "java25")
    private String lambdaRuntime = "java25";

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

    /**
     * The lowest version whose stack is emitted; those below must have succeeded wherever the application is deployed.
     *
     * <p>Default: {@code 0}, all are emitted. Example:
     *
     * <pre>{@code <emitFrom>12</emitFrom>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.emitFrom", defaultValue = "0")
    private long emitFrom;

    private final MojoExecution execution;

    ProjectMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session);
        this.execution = execution;
    }

    /** The settings for a goal that emits no templates. */
    final ProjectModel.Settings settings() {
        return settings(Map.of(), Duration.ZERO);
    }

    final ProjectModel.Settings settings(Map<String, String> tableExports, Duration deploymentTimeout) {
        return new ProjectModel.Settings(
                LambdaRuntime.checked(lambdaRuntime),
                Optional.ofNullable(historyTable).orElse(mavenProject().getArtifactId() + "-migrations"),
                partitionKeyName,
                sortKeyName,
                partitionValue,
                firstVersion(),
                emitFrom,
                tableExports,
                deploymentTimeout);
    }

    final BundleRequest bundle(List<String> includes, List<String> excludes) {
        return new BundleRequest(
                Projects.read(mavenProject()),
                scanDependencies,
                includes,
                excludes,
                execution.getMojoDescriptor().getPluginDescriptor().getArtifacts().stream()
                        .map(Projects::library)
                        .toList(),
                LambdaRuntime.checked(lambdaRuntime),
                firstVersion());
    }

    final String pluginVersion() {
        return execution.getVersion();
    }
}
