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
 * Brings what the history says in line with what there is, and says line by line what it did and what it left. Nothing that
 * a run has recorded is changed: what is said anew is appended, with who said it and why.
 *
 * <pre>{@code mvn process-classes dynamodb-migrations:repair -Ddynamodb-migrations.why="only the formatting changed"}</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "repair", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class RepairMojo extends AbstractAmendingMojo {
    /**
     * What is repaired: {@code checksums} (applied versions get the checksums of the code that there is now),
     * {@code missing} (applied versions may lack their classes), {@code tables} (a logical name stands for the table that
     * it names now, which was recreated or cloned), {@code rejects} and {@code unproven} (items that the latest run left
     * alone count as they are).
     *
     * <p>Default: {@code checksums,missing}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.repair=rejects}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.repair", defaultValue = "checksums,missing")
    private @Nullable String repair;

    @Inject
    RepairMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    @Override
    void run() {
        amend("repair", Map.of("repair", String.valueOf(repair)));
    }
}
