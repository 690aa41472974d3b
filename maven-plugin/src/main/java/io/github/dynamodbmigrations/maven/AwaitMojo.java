package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.control.Await;
import io.github.dynamodbmigrations.report.LocalVersions;
import java.time.Clock;
import java.time.Duration;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a version ({@code target}, or the newest) and those before it are applied, whoever applies them: a deployment
 * that waits, one that is detached, or {@code migrate} somewhere else. Shows the progress, fails with the cause of a run
 * that ends without success, and with a code of its own when the time is up. Changes nothing.
 *
 * <pre>{@code mvn dynamodb-migrations:await -Ddynamodb-migrations.configEnv=prod}</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "await", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class AwaitMojo extends AbstractPlanMojo {
    private static final long USUAL_SECONDS = 3_600;

    /**
     * How many seconds to wait at most.
     *
     * <p>Default: {@code 3600}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.timeout=7200}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.timeout")
    private @Nullable Long timeout;

    @Inject
    AwaitMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    @Override
    void run() {
        if (isMeant("await")) {
            new Await(
                            connection(),
                            LocalVersions.upTo(planner(false), bundle(), "await"),
                            Duration.ofSeconds(
                                    build().givenNumber("timeout", timeout).orElse(USUAL_SECONDS)),
                            Clock.systemUTC(),
                            System::nanoTime,
                            Terminal::sleep,
                            getLog()::info)
                    .untilApplied();
        }
    }
}
