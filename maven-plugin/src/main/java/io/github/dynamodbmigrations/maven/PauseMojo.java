package io.github.dynamodbmigrations.maven;

import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;

/**
 * Lets all runs of this history wait before their next page, within ten seconds, and new ones before their first, until
 * {@code resume}. Their checkpoints are written and their lock stays alive. Who paused and why is shown to those who wait.
 *
 * <pre>{@code mvn dynamodb-migrations:pause -Ddynamodb-migrations.why="the sale begins"}</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "pause", threadSafe = true)
public final class PauseMojo extends AbstractControlMojo {
    @Inject
    PauseMojo(MavenProject project, MavenSession session) {
        super(project, session);
    }

    @Override
    void run() {
        getLog().info(operator("pause").pauseRuns());
    }
}
