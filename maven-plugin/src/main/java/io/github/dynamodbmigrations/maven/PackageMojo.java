package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.bundle.Packager;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Emits the module's migrations as a SAM application below {@code target/dynamodb-migrations}: templates, state machines
 * and code. Reads class files and runs none of them.
 *
 * <pre>{@code mvn package}</pre>
 *
 * @since 0.1.0
 */
@Mojo(
        name = "package",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class PackageMojo extends AbstractPackagingMojo {
    @Inject
    PackageMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    @Override
    void run() {
        if (build().project().getPackaging().equals("pom")) {
            getLog().info("passed over, since a module with packaging pom has no classes");
            return;
        }
        Packager.run(request(), problem -> getLog().warn(problem.line())).forEach(getLog()::info);
    }
}
