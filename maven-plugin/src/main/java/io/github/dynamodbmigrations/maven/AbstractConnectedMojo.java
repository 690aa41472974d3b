package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.connection.Endpoint;
import io.github.dynamodbmigrations.connection.Environment;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals that reach a history and tables have in common: where these are, and as whom they are reached. */
abstract class AbstractConnectedMojo extends AbstractHistoryMojo {
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

    /**
     * By logical table, its name or ARN; for {@code rehearse}, what the template calls it: a logical id or a table name.
     * Needed where that is not the logical name itself and the history does not know the table yet. One of them on the command line:
     * {@code -Ddynamodb-migrations.tables.Customers=prod-customers}.
     *
     * <p>Default: what the environment says, else the table that the history is bound to, else the logical name; for
     * {@code rehearse} the logical name. Example:
     *
     * <pre>{@code
     * <tables>
     *   <Customers>prod-customers</Customers>
     * </tables>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> tables = Map.of();

    /**
     * By logical table, the ARN of a role that is taken on to reach it, for a table of another account. One of them on the
     * command line: {@code -Ddynamodb-migrations.tableRoles.Customers=arn:aws:iam::222222222222:role/migrations}.
     *
     * <p>Default: none, tables are reached as the caller. Example:
     *
     * <pre>{@code
     * <tableRoles>
     *   <Customers>arn:aws:iam::222222222222:role/migrations</Customers>
     * </tableRoles>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> tableRoles = Map.of();

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
                environment.tableRoles(build().givenByName("tableRoles", tableRoles)));
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

    /** Only what was given, without what an environment says. */
    final Map<String, String> tables() {
        return build().givenByName("tables", tables);
    }
}
