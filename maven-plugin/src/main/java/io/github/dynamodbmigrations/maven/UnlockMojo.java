package io.github.dynamodbmigrations.maven;

import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Shows who holds the lock of the history, since when, for which run, and whether that one is alive. Refuses to touch a
 * live one. One that is gone is taken over by the next run anyway; with {@code force} it is taken from it now.
 *
 * <pre>{@code mvn process-classes dynamodb-migrations:unlock}</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "unlock", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class UnlockMojo extends AbstractAmendingMojo {
    /**
     * Whether the lock is taken from a holder that is gone. What that one worked on leaves it unclean: the same version
     * resumes at once, any other waits until nothing of it can still be under way.
     *
     * <p>Default: {@code false}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.force}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.force", defaultValue = "false")
    private boolean force;

    @Inject
    UnlockMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    @Override
    void run() {
        amend("unlock", Map.of("force", Boolean.toString(force)));
    }
}
