package io.github.dynamodbmigrations.maven;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that change by hand what a history says: the history keeps who did it, and why. */
abstract class AbstractAmendingMojo extends AbstractEngineMojo {
    /**
     * Why it is done; the history keeps it.
     *
     * <p>Default: none. {@code repair}, a forced {@code unlock} and {@code verify=off} want one. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.why="the table was restored from a backup"}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.why")
    private @Nullable String why;

    /**
     * Who does it; the history keeps it.
     *
     * <p>Default: the user of this machine. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.who=ada}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.who")
    private @Nullable String who;

    AbstractAmendingMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    /** Lets the engine do the goal, signed. */
    final void amend(String goal, Map<String, String> more) {
        if (isMeant(goal)) {
            launch(goal, true, Optional.empty(), signed(more));
        }
    }

    final Map<String, String> signed(Map<String, String> more) {
        var settings = new HashMap<>(more);
        build().given("why", why).ifPresent(reason -> settings.put("why", reason));
        build().given("who", who).ifPresent(name -> settings.put("owner", name));
        return settings;
    }
}
