package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.bundle.BundleRequest;
import io.github.dynamodbmigrations.model.ProjectModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What the goals that read a module's migrations have in common: where these are, and what goes with them. */
abstract class AbstractProjectMojo extends AbstractConnectedMojo {
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

    /**
     * Further files of the module's classes that go with the migrations: resources, and classes found by reflection.
     *
     * <p>Default: none; classes that a migration reaches go with it by themselves. Example:
     *
     * <pre>{@code
     * <includes>
     *   <include>com/example/prices/**</include>
     * </includes>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.includes")
    private List<String> includes = List.of();

    /**
     * Libraries that do not go with the migrations, as {@code group:artifact} with {@code *} for any part.
     *
     * <p>Default: none, all libraries of the scopes compile and runtime go with them. Example:
     *
     * <pre>{@code
     * <excludes>
     *   <exclude>org.springframework*:*</exclude>
     * </excludes>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.excludes")
    private List<String> excludes = List.of();

    private final MojoExecution execution;

    AbstractProjectMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session);
        this.execution = execution;
    }

    final ProjectModel.Settings settings(Duration deploymentTimeout) {
        return Projects.settings(
                LambdaRuntime.checked(lambdaRuntime),
                history(Optional.empty()),
                emitFrom,
                tableExports(),
                deploymentTimeout);
    }

    final BundleRequest bundle() {
        var scope = new Projects.Scope(scanDependencies, includes, excludes);
        return Projects.bundle(
                build().project(), execution, scope, LambdaRuntime.checked(lambdaRuntime), firstVersion());
    }

    final long emitFrom() {
        return emitFrom;
    }

    final String pluginVersion() {
        return execution.getVersion();
    }
}
