package io.github.dynamodbmigrations.maven;

import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Takes back the newest version that was applied, or all above {@code target}, newest first, with what each migration says in
 * {@code reverse}. What cannot be undone is refused before anything is written. An undone version is pending again.
 *
 * <pre>{@code mvn process-classes dynamodb-migrations:undo}</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "undo", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class UndoMojo extends AbstractEngineMojo {
    @Inject
    UndoMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    @Override
    void run() {
        if (isMeant("undo")) {
            launch("undo", true, Optional.of(planner()), Map.of());
        }
    }
}
