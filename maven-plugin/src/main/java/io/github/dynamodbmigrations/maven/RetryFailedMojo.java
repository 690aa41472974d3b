package io.github.dynamodbmigrations.maven;

import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Migrates again the items that the latest run rejected, with the plan that was frozen for it. What succeeds is not
 * rejected any more; what does not stays.
 *
 * <pre>{@code mvn process-classes dynamodb-migrations:retry-failed}</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "retry-failed", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class RetryFailedMojo extends AbstractAmendingMojo {
    @Inject
    RetryFailedMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    @Override
    void run() {
        amend("retry-failed", Map.of());
    }
}
