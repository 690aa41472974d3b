package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.launch.Endpoint;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import io.github.dynamodbmigrations.report.HistorySource;
import io.github.dynamodbmigrations.report.Report;
import io.github.dynamodbmigrations.report.ReportRequest;
import java.io.File;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals that report on migrations and their history have in common: whose history, and how it is shown. */
abstract class ReportMojo extends ProjectMojo {
    /**
     * The region of the history table.
     *
     * <p>Default: that of the AWS configuration. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.region=eu-west-1}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.region")
    private @Nullable String region;

    /**
     * The profile of the AWS configuration files that is used.
     *
     * <p>Default: that of the AWS configuration. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.profile=prod}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.profile")
    private @Nullable String profile;

    /**
     * Another DynamoDB than the service's.
     *
     * <p>Default: none. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.endpoint=http://localhost:8000}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.endpoint")
    private @Nullable String endpoint;

    /**
     * Whether {@code endpoint} may be on another machine.
     *
     * <p>Default: {@code false}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.allowRemoteEndpoint}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.allowRemoteEndpoint", defaultValue = "false")
    private boolean allowRemoteEndpoint;

    /**
     * The version to look ahead to.
     *
     * <p>Default: the newest. Example:
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

    /**
     * How the report is written: {@code text} for people, {@code json} for programs.
     *
     * <p>Default: {@code text}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.format=json}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.format", defaultValue = "text")
    private String format = "text";

    /**
     * A file that the report is written to.
     *
     * <p>Default: none, the report is printed. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.outputFile=target/info.json}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.outputFile")
    private @Nullable File outputFile;

    ReportMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    final ReportRequest request(String goal, boolean failOnDrift) {
        var settings = settings();
        var history = new HistorySettings(
                settings.historyTable(),
                settings.partitionKeyName(),
                settings.sortKeyName(),
                settings.partitionValue(),
                settings.firstVersion());
        var address = Optional.ofNullable(endpoint).map(text -> Endpoint.of(text, allowRemoteEndpoint));
        return new ReportRequest(
                bundle(List.of(), List.of()),
                goal,
                new HistorySource(history, Optional.ofNullable(region), Optional.ofNullable(profile), address),
                new PlannerSettings(
                        Optional.ofNullable(target), settings.emitFrom(), outOfOrder, ignoreMissing, failOnDrift),
                Clock.systemUTC());
    }

    /** Whether this module has something to report on; stops if several have. */
    final boolean isReportedOn(String goal) {
        reactor().requireOneModuleWithMigrations(goal);
        if (reactor().passesOver()) {
            getLog().info("passed over, since this module has no migrations");
        }
        return !reactor().passesOver();
    }

    final void show(Report report) {
        ReportOutput.of(format, Optional.ofNullable(outputFile)).write(report, getLog()::info);
    }
}
