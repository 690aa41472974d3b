package io.github.dynamodbmigrations.launch;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.bundle.Bundle;
import io.github.dynamodbmigrations.bundle.Synchronizer;
import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.connection.Place;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.plan.HistoryCheck;
import io.github.dynamodbmigrations.plan.PlanProblem;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import io.github.dynamodbmigrations.plan.UndoCheck;
import io.github.dynamodbmigrations.report.FoundMigration;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs a goal of the engine on tables that matter, with exactly the code that {@code package} emits. */
public final class Launch {
    /** Longer than a page takes, and than its requests may be tried again. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LaunchRequest request;
    private final Consumer<String> say;
    private final Consumer<String> warn;
    private final PrintStream out;

    /**
     * Prepares it.
     *
     * @param request what to do
     * @param say takes lines of what is going on
     * @param warn takes lines that should not be missed
     * @param out where the engine prints
     */
    public Launch(LaunchRequest request, Consumer<String> say, Consumer<String> warn, PrintStream out) {
        this.request = request;
        this.say = say;
        this.warn = warn;
        this.out = out;
    }

    /**
     * Runs it, unless something stands in the way; that is found before anything is written.
     *
     * @throws MigrationException if anything fails, in one line
     */
    public void run() {
        var bundle = FitToRun.read(request.bundle(), request.goal(), warn);
        var place = Place.find(request.connection(), tables(bundle), Clock.systemUTC());
        place.lines().forEach(say);
        var migrations = bundle.migrations().stream().map(FoundMigration::new).toList();
        var history = place.history().map(this::begun);
        request.planner().ifPresent(planner -> history.ifPresent(it -> check(planner, migrations, it)));
        request.confirmation().ifPresent(confirmation -> confirmation.require(place));
        Synchronizer.synchronize(request.code(), bundle.code().files());
        runEngine(place.connection(), history.flatMap(it -> undoneTo(it, migrations)));
    }

    /** To what an undo without a target goes: typed again after it has ended, it must not undo one version more. */
    private Optional<Long> undoneTo(HistoryState history, List<FoundMigration> migrations) {
        if (!request.isUndo()
                || request.planner().flatMap(PlannerSettings::target).isPresent()) {
            return Optional.empty();
        }
        var versions = UndoCheck.of(history, migrations, Optional.empty()).versions();
        return versions.stream().findFirst().map(history::highestAppliedBelow);
    }

    private static List<String> tables(Bundle bundle) {
        return bundle.migrations().stream()
                .map(MigrationModel::table)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** What the engine would refuse too, but here before the lock is taken. That a run is RUNNING, only the lock can judge. */
    private void check(PlannerSettings planner, List<FoundMigration> migrations, HistoryState history) {
        problems(history, migrations, planner).stream()
                .filter(problem -> problem.code() != FailureCode.RUN_IN_PROGRESS)
                .findFirst()
                .ifPresent(problem -> {
                    throw problem.exception();
                });
    }

    private List<PlanProblem> problems(HistoryState history, List<FoundMigration> migrations, PlannerSettings planner) {
        if (request.isUndo()) {
            return UndoCheck.of(history, migrations, planner.target()).problems();
        }
        var check = HistoryCheck.of(history, migrations, planner);
        check.warnings().stream().map(PlanProblem::message).forEach(warn);
        return check.problems();
    }

    private HistoryState begun(HistoryState history) {
        var first = request.connection().history().firstVersion();
        return request.baseline()
                .map(version -> history.withBaseline(version, first))
                .orElse(history);
    }

    private void runEngine(Connection connection, Optional<Long> undoneTo) {
        var settings = new HashMap<>(request.settings());
        undoneTo.ifPresent(version -> settings.put("target", Long.toString(version)));
        var commandLine = request.commandLine()
                + undoneTo.map(version -> " -Ddynamodb-migrations.target=" + version)
                        .orElse("");
        request.baseline().ifPresent(version -> settings.put("baselineVersion", Long.toString(version)));
        settings.put("goal", request.goal());
        settings.putAll(connection.settings());
        if (request.planner().isPresent()) {
            say.accept("Ctrl-C ends it in an orderly way; whatever ends it, go on with: " + commandLine);
        }
        try (var interruption = Interruption.watch(PATIENCE, warn)) {
            try {
                new IsolatedEngine(request.code())
                        .run(settings, out, interruption::isAsked, connection.credentialTexts());
            } catch (MigrationException failure) {
                explain(failure, interruption.isAsked(), commandLine);
                throw failure;
            }
        }
    }

    private void explain(MigrationException failure, boolean isAsked, String commandLine) {
        if (isAsked) {
            // Maven may have no time left to say it.
            warn.accept(failure.getMessage());
            warn.accept("go on with: " + commandLine);
        } else if (request.planner().isPresent()) {
            warn.accept("once the cause is mended, go on with: " + commandLine);
        }
    }
}
