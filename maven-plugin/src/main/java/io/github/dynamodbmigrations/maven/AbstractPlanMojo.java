package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.plan.PlannerSettings;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals that compare migrations with a history have in common: how far it goes, and what may be unusual. */
abstract class AbstractPlanMojo extends AbstractProjectMojo {
    /**
     * The version to reach.
     *
     * <p>Default: the newest; of {@code undo}, the one before the newest that was applied. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.target=3}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.target")
    private @Nullable Long target;

    /**
     * Whether a pending version below an applied one may run.
     *
     * <p>Default: {@code false}. Example:
     *
     * <pre>{@code <outOfOrder>true</outOfOrder>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.outOfOrder", defaultValue = "false")
    private boolean outOfOrder;

    /**
     * Whether applied versions may lack a class.
     *
     * <p>Default: {@code false}. Example:
     *
     * <pre>{@code <ignoreMissing>true</ignoreMissing>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.ignoreMissing", defaultValue = "false")
    private boolean ignoreMissing;

    AbstractPlanMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    final PlannerSettings planner(boolean failOnDrift) {
        return new PlannerSettings(
                build().givenNumber("target", target), emitFrom(), outOfOrder, ignoreMissing, failOnDrift);
    }

    /** The version that the stack's data has before anything runs, for a history that has not begun. */
    final Optional<Long> stackBaseline() {
        return environment()
                .parameter("BaselineVersion")
                .map(text -> Numbers.parse("BaselineVersion", text))
                .filter(version -> version > 0);
    }

    /** Whether this module has something to do; stops if several have. */
    final boolean isMeant(String goal) {
        build().reactor().requireOneModuleWithMigrations(goal);
        if (build().reactor().passesOver()) {
            getLog().info("passed over, since this module has no migrations");
        }
        return !build().reactor().passesOver();
    }
}
