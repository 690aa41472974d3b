package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.connection.Confirmation;
import io.github.dynamodbmigrations.launch.Launch;
import io.github.dynamodbmigrations.launch.LaunchRequest;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals that run migrations on tables that matter have in common: leave to write, pace and patience. */
abstract class AbstractEngineMojo extends AbstractRunMojo {
    /**
     * The id of the account that this goal may write to. Wanted wherever the database is not on this machine; what has to be
     * given is named where it is missing.
     *
     * <p>Default: none. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.confirm=123456789012}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.confirm")
    private @Nullable String confirm;

    /**
     * Whether it is an error that a migration changed after it had succeeded, instead of a warning.
     *
     * <p>Default: what the environment says, else {@code false}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.failOnDrift}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.failOnDrift")
    private @Nullable Boolean failOnDrift;

    /**
     * How many seconds to wait while somebody else works on the same history.
     *
     * <p>Default: what the environment says, else {@code 900}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.lockWait=60}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.lockWait")
    private @Nullable Long lockWait;

    /**
     * Read capacity units per second that all workers may use together.
     *
     * <p>Default: what the environment says, else what the migration declares, else half of what the table has. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.readUnits=500}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.readUnits")
    private @Nullable Long readUnits;

    /**
     * Write capacity units per second that all workers may use together.
     *
     * <p>Default: what the environment says, else what the migration declares, else half of what the table has. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.writeUnits=200}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.writeUnits")
    private @Nullable Long writeUnits;

    /**
     * The longest time in seconds from the application's reading of an item to its writing it: verification waits for it.
     *
     * <p>Default: what the environment says, else {@code 5}. Example:
     *
     * <pre>{@code <settleDelay>30</settleDelay>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.settleDelay")
    private @Nullable Long settleDelay;

    AbstractEngineMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    /** How migrations are compared with the history. */
    final PlannerSettings planner() {
        return planner(given("failOnDrift", failOnDrift, "FailOnDrift")
                .filter("true"::equals)
                .isPresent());
    }

    /** Lets the engine do the goal, with further settings of its own. */
    final void launch(String goal, boolean writes, Optional<PlannerSettings> checked, Map<String, String> more) {
        var settings = new HashMap<>(engine(environment()).texts());
        settings.put("owner", Terminal.user());
        settings.put("failOnDrift", Boolean.toString(planner().failOnDrift()));
        given("lockWait", lockWait, "LockWaitSeconds").ifPresent(wait -> settings.put("lockWaitSeconds", wait));
        given("readUnits", readUnits, "ReadUnits").ifPresent(units -> settings.put("readUnits", units));
        given("writeUnits", writeUnits, "WriteUnits").ifPresent(units -> settings.put("writeUnits", units));
        given("settleDelay", settleDelay, "SettleDelaySeconds")
                .ifPresent(delay -> settings.put("settleDelaySeconds", delay));
        settings.putAll(more);
        var confirmation = new Confirmation(goal, build().given("confirm", confirm));
        var leave = Optional.of(confirmation).filter(it -> writes);
        var line = CommandLine.of(build().session().getRequest());
        var baseline = stackBaseline().filter(version -> checked.isPresent());
        var request = new LaunchRequest(goal, bundle(), connection(), leave, checked, baseline, settings, line);
        new Launch(request, getLog()::info, getLog()::warn, Terminal.out()).run();
    }
}
