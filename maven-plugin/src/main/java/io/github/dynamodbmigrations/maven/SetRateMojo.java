package io.github.dynamodbmigrations.maven;

import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Gives the run that is under way another rate, within ten seconds; also one that waits to be resumed. It holds for this run
 * until its end.
 *
 * <pre>{@code mvn dynamodb-migrations:set-rate -Ddynamodb-migrations.writeUnits=200}</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "set-rate", threadSafe = true)
public final class SetRateMojo extends AbstractControlMojo {
    /**
     * Read capacity units per second that all workers may use together; {@code 0} for what was planned.
     *
     * <p>Default: as it is. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.readUnits=500}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.readUnits")
    private @Nullable Long readUnits;

    /**
     * Write capacity units per second that all workers may use together; {@code 0} for what was planned.
     *
     * <p>Default: as it is. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.writeUnits=200}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.writeUnits")
    private @Nullable Long writeUnits;

    @Inject
    SetRateMojo(MavenProject project, MavenSession session) {
        super(project, session);
    }

    @Override
    void run() {
        getLog().info(operator("set-rate")
                .setRate(build().givenNumber("readUnits", readUnits), build().givenNumber("writeUnits", writeUnits)));
    }
}
