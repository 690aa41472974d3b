package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.control.Watch;
import java.time.Clock;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Shows the latest run of the history: how far it is, what it did, how much of its budget it uses and what throttles it, who
 * holds the lock, and what operators ask. Changes nothing.
 *
 * <pre>{@code mvn dynamodb-migrations:status}</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "status", threadSafe = true)
public final class StatusMojo extends AbstractConnectedMojo {
    /**
     * Whether to look again every few seconds, until no run is RUNNING.
     *
     * <p>Default: {@code false}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.watch}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.watch", defaultValue = "false")
    private boolean watch;

    /**
     * How it is written: {@code text} for people, {@code json} for programs.
     *
     * <p>Default: {@code text}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.format=json}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.format", defaultValue = "text")
    private String format = "text";

    @Inject
    StatusMojo(MavenProject project, MavenSession session) {
        super(project, session);
    }

    @Override
    void run() {
        var output = ReportOutput.of(format, Optional.empty());
        new Watch(connection(), Clock.systemUTC(), Terminal::sleep, seen -> output.write(seen, getLog()::info))
                .look(watch);
    }
}
