package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.plan.PlannedRuns.NextRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Compares what was applied with what there is, and says what has to run to reach a target. */
public final class Planner {
    private final HistoryState history;
    private final List<MigrationDefinition> migrations;
    private final PlannerSettings settings;
    private final long target;
    private final List<PlanProblem> problems = new ArrayList<>();
    private final List<PlanProblem> warnings = new ArrayList<>();

    private Planner(HistoryState history, List<MigrationDefinition> migrations, PlannerSettings settings) {
        this.history = history;
        this.migrations = migrations.stream()
                .sorted(Comparator.comparingLong(MigrationDefinition::version))
                .toList();
        this.settings = settings;
        this.target = settings.target().orElse(Long.MAX_VALUE);
    }

    /**
     * Plans.
     *
     * @param history what was applied; a run whose owner is known to be gone has been recorded as INTERRUPTED
     * @param migrations what there is
     * @param settings what is asked for
     * @return the runs, and all problems and warnings
     */
    public static PlannedRuns plan(
            HistoryState history, List<MigrationDefinition> migrations, PlannerSettings settings) {
        return new Planner(history, migrations, settings).plan();
    }

    private PlannedRuns plan() {
        checkTarget();
        history.unfinished().ifPresent(this::checkUnfinished);
        history.runs().stream().map(Run::version).distinct().sorted().forEach(this::checkApplied);
        var runs = new ArrayList<NextRun>();
        for (var migration : migrations) {
            if (!history.isApplied(migration.version()) && migration.version() <= target) {
                runs.add(next(migration));
            }
        }
        // The unfinished run first: it is the one that may run while it is unfinished.
        runs.sort(Comparator.comparing(run -> run.unfinished().isEmpty()));
        return new PlannedRuns(problems.isEmpty() ? runs : List.of(), problems, warnings);
    }

    private void checkTarget() {
        var known = new TreeSet<>(
                migrations.stream().map(MigrationDefinition::version).toList());
        settings.target()
                .filter(version -> !known.contains(version) && !history.isApplied(version))
                .ifPresent(version -> problem(
                        FailureCode.UNKNOWN_TARGET,
                        "target " + version + " is no version: the code has " + (known.isEmpty() ? "none" : known)
                                + ", and the data is at " + history.status().version()
                                + ". Set <target> to one of them, or leave it out for the latest."));
    }

    private void checkUnfinished(Run run) {
        if (run.state() == RunState.RUNNING) {
            problem(
                    FailureCode.RUN_IN_PROGRESS,
                    "run " + run.runId() + " of version " + run.version() + " is RUNNING since "
                            + run.attempt().startedAt() + " in " + run.attempt().owner()
                            + ". Wait for it; if that is gone, the next run resumes it.");
            return;
        }
        var here = find(run.version()).isPresent();
        if (!here || run.version() > target) {
            problem(
                    FailureCode.UNFINISHED_RUN,
                    "run " + run.runId() + " of version " + run.version() + " is " + run.state() + causeOf(run)
                            + ", and no other version runs before it has succeeded. "
                            + (here
                                    ? "Run again with a <target> of at least " + run.version() + "."
                                    : "Restore its class, which is missing, and run again."));
        }
    }

    private static String causeOf(Run run) {
        return run.cause()
                .map(cause -> " (" + cause.message().replaceAll("\\.$", "") + ")")
                .orElse("");
    }

    private void checkApplied(long version) {
        if (!history.isApplied(version) || version <= history.baseline()) {
            return;
        }
        var run = history.latest(version).orElseThrow();
        find(version).ifPresentOrElse(migration -> checkDrift(run, migration), () -> checkMissing(run));
    }

    private void checkMissing(Run run) {
        if (run.version() >= settings.emitFrom() && !settings.ignoreMissing()) {
            problem(
                    FailureCode.APPLIED_BUT_MISSING,
                    "version " + run.version() + " was applied at "
                            + run.endedAt().orElse(run.startedAt())
                            + ", and the code has no migration for it. Restore its class, or set <ignoreMissing>.");
        }
    }

    private void checkDrift(Run run, MigrationDefinition migration) {
        var drift = Drift.of(run, migration);
        if (drift == Drift.NONE) {
            return;
        }
        var own = drift == Drift.CLASS;
        var found = new PlanProblem(
                FailureCode.DRIFT,
                migration.name() + " changed after it ran: " + drift.text() + " had checksum "
                        + (own ? run.checksums().own() : run.checksums().reached()) + ", now "
                        + (own
                                ? migration.checksums().own()
                                : migration.checksums().reached())
                        + ". Restore it, or write a new migration.");
        (own && settings.failOnDrift() ? problems : warnings).add(found);
    }

    private NextRun next(MigrationDefinition migration) {
        var version = migration.version();
        Optional<Run> unfinished = history.unfinished().filter(run -> run.version() == version);
        if (version < settings.emitFrom()) {
            problem(
                    FailureCode.PREDECESSOR_NOT_APPLIED,
                    "version " + version + " has not been applied here, and emitFrom is " + settings.emitFrom()
                            + ". Lower <emitFrom> to " + version + " at most.");
        } else if (version < history.highestApplied() && unfinished.isEmpty() && !settings.outOfOrder()) {
            problem(
                    FailureCode.OUT_OF_ORDER,
                    "version " + version + " is pending, and version " + history.highestApplied()
                            + " has been applied. Give it a higher version, or set <outOfOrder>.");
        }
        return new NextRun(migration, unfinished);
    }

    private Optional<MigrationDefinition> find(long version) {
        return migrations.stream()
                .filter(migration -> migration.version() == version)
                .findFirst();
    }

    private void problem(FailureCode code, String rest) {
        problems.add(new PlanProblem(code, rest));
    }
}
