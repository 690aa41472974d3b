package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Compares what was applied with what there is, and says what stands between them. */
public final class HistoryCheck {
    private final HistoryState history;
    private final List<? extends PackagedMigration> migrations;
    private final PlannerSettings settings;
    private final long target;
    private final List<PlanProblem> problems = new ArrayList<>();
    private final List<PlanProblem> warnings = new ArrayList<>();

    private HistoryCheck(HistoryState history, List<? extends PackagedMigration> migrations, PlannerSettings settings) {
        this.history = history;
        this.migrations = migrations.stream()
                .sorted(Comparator.comparingLong(PackagedMigration::version))
                .toList();
        this.settings = settings;
        this.target = settings.target().orElse(Long.MAX_VALUE);
    }

    /**
     * Looks at everything.
     *
     * @param history what was applied
     * @param migrations what there is
     * @param settings what is asked for
     * @return all problems and warnings
     */
    public static HistoryCheck of(
            HistoryState history, List<? extends PackagedMigration> migrations, PlannerSettings settings) {
        var check = new HistoryCheck(history, migrations, settings);
        check.checkTarget();
        history.unfinished().ifPresent(check::checkUnfinished);
        history.runs().stream().map(Run::version).distinct().sorted().forEach(check::checkApplied);
        check.checkAdopted();
        migrations.stream()
                .map(PackagedMigration::version)
                .filter(check::isPending)
                .sorted()
                .forEach(check::checkPending);
        return check;
    }

    /** What has to be solved before anything runs. */
    public List<PlanProblem> problems() {
        return List.copyOf(problems);
    }

    /** What one should know. */
    public List<PlanProblem> warnings() {
        return List.copyOf(warnings);
    }

    /** Whether a version is to be applied on the way to the target. */
    boolean isPending(long version) {
        return !history.isApplied(version) && version <= target;
    }

    private void checkTarget() {
        var known = new TreeSet<>(
                migrations.stream().map(PackagedMigration::version).toList());
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
        if (run.direction() == Direction.DOWN) {
            problem(
                    FailureCode.UNFINISHED_RUN,
                    "undo of version " + run.version() + " is " + run.state() + causeOf(run)
                            + ", and no version runs before it has succeeded. Finish it with `mvn"
                            + " dynamodb-migrations:undo`.");
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
        var mayBeMissing = settings.ignoreMissing() || history.mayBeMissing(run.version());
        if (run.version() >= settings.emitFrom() && !mayBeMissing) {
            problem(
                    FailureCode.APPLIED_BUT_MISSING,
                    "version " + run.version() + " was applied at "
                            + run.endedAt().orElse(run.startedAt())
                            + ", and the code has no migration for it. Restore its class, set <ignoreMissing>, or accept it"
                            + " for good with `mvn dynamodb-migrations:repair`.");
        }
    }

    private void checkDrift(Run run, PackagedMigration migration) {
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
                        + ". Restore it, or write a new migration; if it still does the same (another compiler can be the cause), realign it with `mvn"
                        + " dynamodb-migrations:repair`.");
        (own && settings.failOnDrift() ? problems : warnings).add(found);
    }

    private void checkAdopted() {
        var isPending = migrations.stream().map(PackagedMigration::version).anyMatch(this::isPending);
        if (history.isLeftFailed() && isPending) {
            problem(
                    FailureCode.LEFT_FAILED,
                    "data is at version " + history.status().version()
                            + " and its status FAILED, says the tool that migrated it before: how far that came is not known."
                            + " Look at the data and say which version it has, with `mvn dynamodb-migrations:baseline"
                            + " -Ddynamodb-migrations.baselineVersion=" + history.baseline() + "` or a higher one.");
        }
    }

    private void checkPending(long version) {
        var isUnfinished =
                history.unfinished().filter(run -> run.version() == version).isPresent();
        if (version < settings.emitFrom()) {
            problem(
                    FailureCode.PREDECESSOR_NOT_APPLIED,
                    "version " + version + " has not been applied here, and emitFrom is " + settings.emitFrom()
                            + ". Lower <emitFrom> to " + version + " at most.");
        } else if (history.isOvertaken(version) && !isUnfinished && !settings.outOfOrder()) {
            problem(
                    FailureCode.OUT_OF_ORDER,
                    "version " + version + " is pending, and version " + history.highestApplied()
                            + " has been applied. Give it a higher version, or set <outOfOrder>.");
        }
    }

    private Optional<? extends PackagedMigration> find(long version) {
        return PackagedMigration.find(migrations, version);
    }

    private void problem(FailureCode code, String rest) {
        problems.add(new PlanProblem(code, rest));
    }
}
