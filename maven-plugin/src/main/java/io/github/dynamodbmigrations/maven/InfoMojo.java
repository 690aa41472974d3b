package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.report.Info;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Lists the versions that the code or the history knows, each with its state. Where the history cannot be read, the states
 * are unknown. Changes nothing.
 *
 * <pre>{@code mvn dynamodb-migrations:info}</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "info", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class InfoMojo extends AbstractReportMojo {
    @Inject
    InfoMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    @Override
    void run() {
        if (isMeant("info")) {
            show(Info.read(request("info", false)));
        }
    }
}
