package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.report.HistorySource;
import io.github.dynamodbmigrations.report.Report;
import io.github.dynamodbmigrations.report.ReportRequest;
import java.io.File;
import java.time.Clock;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals that report on migrations and their history have in common: how the report is shown. */
abstract class AbstractReportMojo extends AbstractPlanMojo {
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

    AbstractReportMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    final ReportRequest request(String goal, boolean failOnDrift) {
        return new ReportRequest(bundle(), goal, source(), planner(failOnDrift), Clock.systemUTC());
    }

    private HistorySource source() {
        return new HistorySource(connection(), stackBaseline());
    }

    final void show(Report report) {
        ReportOutput.of(format, Optional.ofNullable(outputFile)).write(report, getLog()::info);
    }
}
