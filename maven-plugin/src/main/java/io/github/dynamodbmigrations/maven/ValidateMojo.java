package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import io.github.dynamodbmigrations.report.Validation;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Checks the migrations, and compares them with the history where that can be read: drift, failed runs, applied versions
 * without a class, pending ones out of order. Names everything at once, fails if anything is wrong, changes nothing.
 *
 * <pre>{@code mvn dynamodb-migrations:validate}</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "validate", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class ValidateMojo extends AbstractReportMojo {
    @Inject
    ValidateMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    @Override
    void run() {
        if (isMeant("validate")) {
            var validation = Validation.read(request("validate", true));
            show(validation);
            if (!validation.isValid()) {
                throw new ProblemException(
                        ProblemCode.NOT_VALID,
                        validation.summary(),
                        build().project().getArtifactId(),
                        "Each is named above, with its way out.");
            }
        }
    }
}
