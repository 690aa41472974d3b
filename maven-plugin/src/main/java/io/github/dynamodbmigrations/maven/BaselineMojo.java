package io.github.dynamodbmigrations.maven;

import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Says which version the data had when its history began: versions up to it count as applied, and start nothing. Only on
 * an empty history.
 *
 * <pre>{@code mvn process-classes dynamodb-migrations:baseline -Ddynamodb-migrations.baselineVersion=7}</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "baseline", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class BaselineMojo extends AbstractAmendingMojo {
    /**
     * The version that the data has.
     *
     * <p>Required. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.baselineVersion=7}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.baselineVersion", required = true)
    private @Nullable Long baselineVersion;

    @Inject
    BaselineMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    @Override
    void run() {
        amend("baseline", Map.of("baselineVersion", String.valueOf(baselineVersion)));
    }
}
