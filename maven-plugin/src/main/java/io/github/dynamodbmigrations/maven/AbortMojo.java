package io.github.dynamodbmigrations.maven;

import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;

/**
 * Ends the run that is under way, within ten seconds: each worker finishes the items that it has begun and lets go, the run is recorded as
 * INTERRUPTED with who and why, the lock is released. The next start goes on from its checkpoints.
 *
 * <pre>{@code mvn dynamodb-migrations:abort -Ddynamodb-migrations.why="wrong table"}</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "abort", threadSafe = true)
public final class AbortMojo extends AbstractControlMojo {
    @Inject
    AbortMojo(MavenProject project, MavenSession session) {
        super(project, session);
    }

    @Override
    void run() {
        getLog().info(operator("abort").abortRun());
    }
}
