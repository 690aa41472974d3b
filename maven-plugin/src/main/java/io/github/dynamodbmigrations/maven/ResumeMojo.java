package io.github.dynamodbmigrations.maven;

import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;

/**
 * Lets runs go on that {@code pause} holds back.
 *
 * <pre>{@code mvn dynamodb-migrations:resume}</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "resume", threadSafe = true)
public final class ResumeMojo extends AbstractControlMojo {
    @Inject
    ResumeMojo(MavenProject project, MavenSession session) {
        super(project, session);
    }

    @Override
    void run() {
        getLog().info(operator("resume").resumeRuns());
    }
}
