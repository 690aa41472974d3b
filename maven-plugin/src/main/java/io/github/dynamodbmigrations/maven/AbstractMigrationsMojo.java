package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.problem.ProblemException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals have in common: how they are skipped, and how they fail. */
abstract class AbstractMigrationsMojo extends AbstractMojo {
    /**
     * Skips this goal.
     *
     * <p>Default: {@code false}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.skip}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.skip", defaultValue = "false")
    private boolean skip;

    /**
     * The version of data that no migration has touched: migrations have versions above it.
     *
     * <p>Default: {@code 0}. Example:
     *
     * <pre>{@code <firstVersion>100</firstVersion>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.firstVersion", defaultValue = "0")
    private long firstVersion;

    private final Build build;

    AbstractMigrationsMojo(MavenProject project, MavenSession session) {
        this.build = new Build(project, session);
    }

    /** Runs the goal unless it is skipped. A user's mistake is a failure in one line; all else is an error of ours. */
    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped, since dynamodb-migrations.skip says so");
            return;
        }
        try {
            run();
        } catch (ProblemException e) {
            e.others().forEach(problem -> getLog().error(problem.line()));
            throw new MojoFailureException(e.getMessage());
        } catch (MigrationException e) {
            throw new MojoFailureException(e.getMessage());
        } catch (Exception e) {
            throw new MojoExecutionException("this goal failed in a way that it does not foresee: " + e, e);
        }
    }

    /** Does what the goal is for. */
    abstract void run() throws Exception;

    final long firstVersion() {
        return firstVersion;
    }

    final Build build() {
        return build;
    }
}
