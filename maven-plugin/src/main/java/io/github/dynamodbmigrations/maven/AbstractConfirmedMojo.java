package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.connection.Confirmation;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that write to a history, and read no migrations. */
abstract class AbstractConfirmedMojo extends AbstractConnectedMojo {
    /**
     * The id of the account that this goal may write to. Wanted wherever the database is not on this machine; what has to be
     * given is named where it is missing.
     *
     * <p>Default: none. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.confirm=123456789012}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.confirm")
    private @Nullable String confirm;

    AbstractConfirmedMojo(MavenProject project, MavenSession session) {
        super(project, session);
    }

    final Confirmation confirmation(String goal) {
        return new Confirmation(goal, build().given("confirm", confirm));
    }
}
