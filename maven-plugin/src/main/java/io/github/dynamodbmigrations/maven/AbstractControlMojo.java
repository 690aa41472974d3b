package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.control.Operator;
import java.time.Clock;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that ask something of runs under way: why, and who asks. */
abstract class AbstractControlMojo extends AbstractConfirmedMojo {
    /**
     * Why, for those who see it in {@code status} and in the history.
     *
     * <p>Default: nothing. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.why="the sale begins"}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.why")
    private @Nullable String why;

    /**
     * Who asks, for those who see it in {@code status} and in the history.
     *
     * <p>Default: the user of this machine. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.who=ada}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.who")
    private @Nullable String who;

    AbstractControlMojo(MavenProject project, MavenSession session) {
        super(project, session);
    }

    final Operator operator(String goal) {
        return new Operator(
                connection(),
                confirmation(goal),
                build().given("who", who).orElseGet(Terminal::user),
                build().given("why", why).orElse(""),
                Clock.systemUTC(),
                Terminal::sleep);
    }
}
