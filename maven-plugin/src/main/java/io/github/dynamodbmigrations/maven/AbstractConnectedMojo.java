package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.connection.Endpoint;
import io.github.dynamodbmigrations.connection.Environment;
import java.net.URI;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals that reach a history and tables have in common: where these are, and as whom one asks. */
abstract class AbstractConnectedMojo extends AbstractTablesMojo {
    /**
     * The region of the tables.
     *
     * <p>Default: that of the AWS configuration. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.region=eu-west-1}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.region")
    private @Nullable String region;

    /**
     * The profile of the AWS configuration files that is used; it may assume a role or use single sign-on.
     *
     * <p>Default: that of the AWS configuration. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.profile=prod}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.profile")
    private @Nullable String profile;

    /**
     * Another DynamoDB than the service's. {@code rehearse} uses it instead of starting DynamoDB Local: its tables named
     * {@code rehearsal-*} are made anew, and stay.
     *
     * <p>Default: none. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.endpoint=http://localhost:8000}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.endpoint")
    private @Nullable String endpoint;

    /**
     * Whether {@code endpoint} may be on another machine.
     *
     * <p>Default: {@code false}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.allowRemoteEndpoint}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.allowRemoteEndpoint", defaultValue = "false")
    private boolean allowRemoteEndpoint;

    /**
     * The environment of {@code samconfig.toml} that region, profile and the stack's parameters are read of, as by
     * {@code sam deploy --config-env}: names of tables and of the history's, limits, values of migrations' parameters. What
     * the command line or the POM says goes before it.
     *
     * <p>Default: {@code default}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.configEnv=prod}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.configEnv")
    private @Nullable String configEnv;

    AbstractConnectedMojo(MavenProject project, MavenSession session) {
        super(project, session);
    }

    final Connection connection() {
        var environment = environment();
        return new Connection(
                history(environment.historyTable()),
                build().given("region", region).or(environment::region),
                build().given("profile", profile).or(environment::profile),
                endpoint(),
                environment.tables(tables()),
                environment.tableRoles(tableRoles()),
                tableExports());
    }

    /** What {@code samconfig.toml} says of the environment that is meant. */
    final Environment environment() {
        return build().environment(configEnv());
    }

    final String configEnv() {
        return build().given("configEnv", configEnv).orElse("default");
    }

    /** What the command line says, else the POM, else the environment for a parameter of the stack. */
    final Optional<String> given(String name, @Nullable Object configured, String parameter) {
        return build().given(name, configured).or(() -> environment().parameter(parameter));
    }

    final Optional<URI> endpoint() {
        return build().given("endpoint", endpoint).map(text -> Endpoint.of(text, allowRemoteEndpoint));
    }
}
