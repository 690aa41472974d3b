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
 * Walks the table of an applied version ({@code target}, or the latest) and counts what it would still change. Writes
 * nothing, and fails if there is anything.
 *
 * <pre>{@code mvn process-classes dynamodb-migrations:verify}</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class VerifyMojo extends AbstractEngineMojo {
    @Inject
    VerifyMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    @Override
    void run() {
        if (isMeant("verify")) {
            launch("verify", false, Optional.empty(), Map.of());
        }
    }
}
