package io.github.dynamodbmigrations.maven;

import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Applies the pending migrations to the tables themselves, from this process, in order, up to {@code target}. Shows first
 * what it is about to work on, compares the migrations with the history, and wants the account confirmed unless the
 * database is on this machine. Ctrl-C and SIGTERM end it in an orderly way; the same command goes on where it ended.
 *
 * <pre>{@code mvn process-classes dynamodb-migrations:migrate -Ddynamodb-migrations.configEnv=prod}</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "migrate", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class MigrateMojo extends AbstractAmendingMojo {
    /**
     * Whether a run succeeds only after a pass that finds nothing left to change: {@code on}, or {@code off}. Turned off, a
     * version counts as applied although nobody has looked, which the history keeps with {@code why} and {@code info} shows.
     *
     * <p>Default: {@code on}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.verify=off -Ddynamodb-migrations.why="verified tonight"}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.verify", defaultValue = "on")
    private String verify = "on";

    @Inject
    MigrateMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    @Override
    void run() {
        if (isMeant("migrate")) {
            launch("migrate", true, Optional.of(planner()), signed(Map.of("verify", Switch.checked("verify", verify))));
        }
    }
}
