package io.github.dynamodbmigrations.maven;

import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
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
    /**
     * Whether versions that wrote one table under {@code @Guard(ITEM)} wrote different items. Otherwise only the newest of them
     * can be undone: an item says only which of them wrote it last.
     *
     * <p>Default: {@code false}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.disjoint}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.disjoint", defaultValue = "false")
    private boolean disjoint;

    @Inject
    UndoMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    @Override
    void run() {
        if (isMeant("undo")) {
            launch("undo", true, Optional.of(planner()), Map.of("disjoint", Boolean.toString(disjoint)));
        }
    }
}
