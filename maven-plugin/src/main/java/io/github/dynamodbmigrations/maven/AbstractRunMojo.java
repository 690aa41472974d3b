package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.launch.EngineSettings;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What the goals that run migrations have in common: how far, with which parameters, and how much is said. */
abstract class AbstractRunMojo extends AbstractPlanMojo {
    /**
     * The values of the parameters that migrations declare. One of them on the command line:
     * {@code -Ddynamodb-migrations.parameters.currency=EUR}.
     *
     * <p>Default: none. Example:
     *
     * <pre>{@code
     * <parameters>
     *   <currency>EUR</currency>
     * </parameters>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> parameters = Map.of();

    /**
     * How many items a migration may reject before its run fails.
     *
     * <p>Default: {@code 0}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.maxRejected=10}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.maxRejected", defaultValue = "0")
    private long maxRejected;

    /**
     * How many segments are worked on at a time.
     *
     * <p>Default: {@code 4}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.workers=8}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.workers", defaultValue = "4")
    private int workers;

    /**
     * Whether samples show keys and values of items, and not only the names of attributes.
     *
     * <p>Default: {@code false}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.showValues}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.showValues", defaultValue = "false")
    private boolean showValues;

    AbstractRunMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    final EngineSettings engine() {
        return new EngineSettings(
                planner(false),
                build().givenByName("parameters", parameters),
                maxRejected,
                workers,
                showValues,
                Terminal.isInteractive(build().session()));
    }
}
