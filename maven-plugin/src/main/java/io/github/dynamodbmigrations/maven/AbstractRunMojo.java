package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.connection.Environment;
import io.github.dynamodbmigrations.launch.EngineSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

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
    @Parameter(property = "dynamodb-migrations.maxRejected")
    private @Nullable Long maxRejected;

    /**
     * How many segments are worked on at a time.
     *
     * <p>Default: {@code 4}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.workers=8}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.workers")
    private @Nullable Long workers;

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

    final EngineSettings engine(Environment environment) {
        var values = new HashMap<>(environment.parameters());
        values.putAll(build().givenByName("parameters", parameters));
        return new EngineSettings(
                planner(false),
                values,
                number("maxRejected", maxRejected, environment.parameter("MaxRejected"))
                        .orElse(0L),
                number("workers", workers, environment.parameter("MaxWorkers")).orElse(4L),
                showValues,
                Terminal.isInteractive(build().session()));
    }

    private Optional<Long> number(String name, @Nullable Long configured, Optional<String> environment) {
        return build().given(name, configured).or(() -> environment).map(text -> Numbers.parse(name, text));
    }
}
