package io.github.dynamodbmigrations.report;

import io.github.dynamodbmigrations.bundle.Bundle;
import io.github.dynamodbmigrations.bundle.CompiledSources;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.plan.HistoryCheck;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a module's migrations are as they must be, in themselves and beside the history.
 *
 * @param findings all that was found, errors and warnings
 * @param migrations how many migrations were looked at
 * @param history what reading the history came to
 */
public record Validation(List<Finding> findings, int migrations, HistoryReading history) implements Report {
    /**
     * Something that was found.
     *
     * @param code its stable code
     * @param line what users are told, beginning with the code
     * @param warning whether it only warns
     */
    public record Finding(String code, String line, boolean warning) {}

    /** Reads class files and history, and looks at everything. */
    public static Validation read(ReportRequest request) {
        CompiledSources.require(request.bundle().project(), request.goal());
        var found = Bundle.discover(request.bundle());
        var migrations = found.migrations().stream().map(FoundMigration::new).toList();
        return of(
                found.problems(),
                migrations,
                request.planner(),
                request.history().read(request.clock()));
    }

    static Validation of(
            List<Problem> problems, List<FoundMigration> migrations, PlannerSettings planner, HistoryReading history) {
        var findings = new ArrayList<Finding>();
        problems.forEach(problem -> findings.add(new Finding(
                problem.code().code(), problem.line(), problem.code().isWarning())));
        history.state().ifPresent(state -> {
            var check = HistoryCheck.of(state, migrations, planner);
            if (check.problems().stream().noneMatch(problem -> problem.code() == FailureCode.UNFINISHED_RUN)) {
                addFailed(findings, state);
            }
            check.problems()
                    .forEach(problem -> findings.add(new Finding(problem.code().code(), problem.message(), false)));
            check.warnings()
                    .forEach(problem -> findings.add(new Finding(problem.code().code(), problem.message(), true)));
        });
        return new Validation(List.copyOf(findings), migrations.size(), history);
    }

    /** A failed run is no obstacle to the next one, which resumes it; it is one to being valid. */
    private static void addFailed(List<Finding> findings, HistoryState history) {
        history.unfinished().filter(run -> run.state() != RunState.RUNNING).ifPresent(run -> {
            var code = FailureCode.UNFINISHED_RUN;
            var cause = run.cause().map(it -> ": " + it.message()).orElse("");
            findings.add(new Finding(
                    code.code(),
                    code.code() + " run " + run.runId() + " of version " + run.version() + " is " + run.state() + cause
                            + " Remove the cause and run it again, which resumes it.",
                    false));
        });
    }

    /** Whether nothing but warnings was found. */
    public boolean isValid() {
        return findings.stream().allMatch(Finding::warning);
    }

    /** What was compared, and with what result. */
    public String summary() {
        var errors = findings.stream().filter(finding -> !finding.warning()).count();
        return (migrations == 1
                        ? "1 migration compared with its rules"
                        : migrations + " migrations compared with their rules")
                + (history.state().isPresent() ? " and with the history" : " only, not with the history") + ": "
                + (errors == 0 ? "valid" : errors == 1 ? "1 problem" : errors + " problems");
    }

    @Override
    public List<String> text() {
        var lines = new ArrayList<String>();
        lines.add(history.line());
        findings.forEach(finding -> lines.add((finding.warning() ? "warning: " : "") + finding.line()));
        lines.add(summary());
        return lines;
    }

    @Override
    public String json() {
        return Json.write(json -> Json.object(json, fields -> {
            fields.writeBooleanField("valid", isValid());
            fields.writeBooleanField("historyRead", history.state().isPresent());
            fields.writeStringField("historyLine", history.line());
            Json.array(fields, "findings", findings, (element, finding) -> {
                element.writeStringField("code", finding.code());
                element.writeBooleanField("warning", finding.warning());
                element.writeStringField("message", finding.line());
            });
        }));
    }
}
