package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.launch.Rehearsal;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/**
 * Runs the module's migrations on DynamoDB Local: makes the tables that the project's template declares, loads fixtures,
 * and migrates them with exactly the code that {@code package} emits. Fails if anything goes wrong, and if a second walk
 * over a migrated table would still change it.
 *
 * <p>DynamoDB Local is resolved by this build under its own licence, which asks for an AWS account, and runs as a process
 * of its own, in memory. It listens on all network interfaces until the rehearsal ends.
 *
 * <pre>{@code mvn process-classes dynamodb-migrations:rehearse}</pre>
 *
 * @since 0.1.0
 */
@Mojo(
        name = "rehearse",
        defaultPhase = LifecyclePhase.INTEGRATION_TEST,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class RehearseMojo extends AbstractRehearsalMojo {
    private final LocalResolution resolution;

    @Inject
    RehearseMojo(MavenProject project, MavenSession session, MojoExecution execution, RepositorySystem system) {
        super(project, session, execution);
        this.resolution = new LocalResolution(system, session, project);
    }

    @Override
    void run() {
        if (isMeant("rehearse")) {
            new Rehearsal(rehearsal(resolution::resolve), getLog()::info, getLog()::warn, Terminal.out()).run();
        }
    }
}
