package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.bundle.PackageRequest;
import java.time.Duration;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What is to be said of an application that is emitted. */
abstract class AbstractPackagingMojo extends AbstractProjectMojo {
    /**
     * Makes it an error that there is no migration, instead of a warning.
     *
     * <p>Default: {@code false}. Example:
     *
     * <pre>{@code <failIfNone>true</failIfNone>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.failIfNone", defaultValue = "false")
    private boolean failIfNone;

    /**
     * Emits core and the version machine for a module without any migration: a function of your own migrates, which the
     * stack is told by its parameter {@code RunnerFunction}. With a migration in the module it is an error.
     *
     * <p>Default: {@code false}. Example:
     *
     * <pre>{@code <runnerOnly>true</runnerOnly>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.runnerOnly", defaultValue = "false")
    private boolean runnerOnly;

    /**
     * How many minutes a deployment waits for one migration, 1 to 1,485.
     *
     * <p>Default: {@code 55}. Example:
     *
     * <pre>{@code <deploymentTimeout>180</deploymentTimeout>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.deploymentTimeout", defaultValue = "55")
    private long deploymentTimeout = 55;

    AbstractPackagingMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    final PackageRequest request() {
        return new PackageRequest(
                bundle(),
                settings(Duration.ofMinutes(deploymentTimeout)),
                pluginVersion(),
                failIfNone,
                runnerOnly,
                build().samconfig(),
                configEnv());
    }
}
