package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.catalog.MigrationCatalog;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.Amendment;
import io.github.dynamodbmigrations.history.Attempt;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.history.LockWait;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.history.Undoing;
import io.github.dynamodbmigrations.history.Work;
import io.github.dynamodbmigrations.operate.Signature;
import io.github.dynamodbmigrations.plan.MigrationDefinition;
import io.github.dynamodbmigrations.plan.PlanAssembly;
import io.github.dynamodbmigrations.plan.PlanAssembly.RunStart;
import io.github.dynamodbmigrations.plan.PlannedRuns;
import io.github.dynamodbmigrations.plan.PlannedRuns.NextRun;
import io.github.dynamodbmigrations.plan.Planner;
import io.github.dynamodbmigrations.plan.Resumption;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.plan.TableFacts;
import io.github.dynamodbmigrations.plan.UndoneRuns;
import io.github.dynamodbmigrations.segment.RejectBudget;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A run from its start to its recorded end, between which others walk its passes: the direct runner's threads, or the
 * workers of a state machine. Every method is called with the lock held.
 */
public final class RunLifecycle {
    private static final int MOST_SWEEPS = 3;

    private final EnginePorts ports;
    private final RunSettings settings;
    private final MigrationCatalog catalog;
    private final Surroundings surroundings;

    /**
     * Makes one.
     *
     * @param ports what it talks to
     * @param settings what is asked for
     * @param catalog the migrations that there are
     * @param surroundings clock and ids
     */
    public RunLifecycle(EnginePorts ports, RunSettings settings, MigrationCatalog catalog, Surroundings surroundings) {
        this.ports = ports;
        this.settings = settings;
        this.catalog = catalog;
        this.surroundings = surroundings;
    }

    /**
     * Reads the history and says what has to run. A run that is RUNNING while we hold the lock has lost its owner: it is
     * recorded as INTERRUPTED first.
     *
     * @param holding the lock
     * @return what has to run, and every problem
     */
    public PlannedRuns plan(Holding holding) {
        return Planner.plan(abandonedRecorded(holding), catalog.migrations(), settings.planner());
    }

    /**
     * Reads the history and says what has to be undone, newest version first; otherwise like {@link #plan}.
     *
     * @param holding the lock
     * @param isDisjoint whether the versions are known to have written different items
     * @return what has to run, and every problem
     */
    public PlannedRuns planUndo(Holding holding, boolean isDisjoint) {
        return Planner.undo(
                abandonedRecorded(holding),
                catalog.migrations(),
                settings.planner().target(),
                new UndoneRuns.Frozen(ports.plans(), isDisjoint));
    }

    /**
     * The undo of one version, where each version is undone by itself: all later ones must have been undone before.
     *
     * @param holding the lock
     * @param version the version
     * @return its run; empty if it is not applied
     * @throws MigrationException if something stands in the way
     */
    public Optional<NextRun> planUndoOf(Holding holding, long version) {
        var state = abandonedRecorded(holding);
        return Planner.undoOf(state, catalog.migrations(), version, new UndoneRuns.Frozen(ports.plans(), false));
    }

    private HistoryState abandonedRecorded(Holding holding) {
        var state = ports.history().open();
        var abandoned = state.unfinished().filter(run -> run.state() == RunState.RUNNING);
        if (abandoned.isPresent()) {
            interrupt(
                    holding,
                    abandoned.get(),
                    new Cause(
                            FailureCode.OWNER_GONE.code(),
                            FailureCode.OWNER_GONE.code() + " "
                                    + abandoned.get().attempt().owner() + " ended without recording an end"));
            state = ports.history().open();
        }
        return state;
    }

    /**
     * Stops if a logical table stands for another table than the one that this history describes.
     *
     * @throws MigrationException if a table was exchanged
     */
    public void requireBoundTables() {
        var tables = catalog.migrations().stream()
                .flatMap(migration -> migration.table().stream())
                .distinct()
                .collect(Collectors.toMap(logical -> logical, settings::table));
        new BoundTables(ports).require(ports.history().open(), tables);
    }

    /**
     * Starts or resumes a run.
     *
     * @param holding the lock
     * @param wait waits until nothing of a missing worker can still be under way
     * @param next what the plan says
     * @return the run; its pass is the one to walk
     * @throws MigrationException if it cannot start, or the author has to decide first
     */
    public ActiveRun begin(Holding holding, LockWait wait, NextRun next) {
        var state = ports.history().open();
        var migration = next.migration();
        var table = migration.table().map(logical -> ports.tables().describe(logical, settings.table(logical)));
        table.map(TableFacts::identity).ifPresent(state::requireBound);
        var assembly = assembly(state);
        if (next.unfinished().isEmpty()) {
            return start(holding, wait, next, assembly, table, state);
        }
        var run = next.unfinished().get();
        var frozen = ports.plans().read(run.key());
        var now = assembly.assemble(migration, RunStart.of(frozen), table);
        var isRebound = frozen.table()
                .filter(former -> table.filter(it -> state.isRebound(former, it.identity()))
                        .isPresent())
                .isPresent();
        var resumption = isRebound
                ? Resumption.onAnotherTable(run, frozen, now, migration.onChange())
                : Resumption.decide(run, frozen, now, migration.onChange());
        if (resumption instanceof Resumption.Stop stop) {
            throw stop.problem().exception();
        }
        if (resumption instanceof Resumption.Anew) {
            return start(holding, wait, next, assembly, table, state);
        }
        if (resumption instanceof Resumption.Again again) {
            wait.awaitClean(holding, new Work(run.key(), again.plan().checksums()));
            forgetCheckpoints(holding, run);
            return resume(holding, wait, run, again.plan(), migration, table, Passes.FIRST);
        }
        var plan = ((Resumption.Resume) resumption).plan();
        return resume(holding, wait, run, plan, migration, table, resumedPass(run));
    }

    private ActiveRun start(
            Holding holding,
            LockWait wait,
            NextRun next,
            PlanAssembly assembly,
            Optional<TableFacts> table,
            HistoryState state) {
        var migration = next.migration();
        var start = new RunStart(
                state.lastRank() + 1,
                next.undoing(),
                next.undoing().isPresent() ? Optional.empty() : Undoing.leavingItems(state, migration.version()),
                surroundings.uuids().get(),
                surroundings.wall().instant());
        var plan = assembly.assemble(migration, start, table);
        wait.awaitClean(holding, work(plan));
        var run = ports.runs().start(holding, plan, attempt(holding));
        run = ports.runs().beginPass(holding, run, Passes.FIRST);
        return new ActiveRun(run, plan, migration, table, 0, false);
    }

    /** A workflow's workers verify without recording that the pass has begun: its checkpoints show that it has. */
    private int resumedPass(Run run) {
        var pass = Passes.resumed(run.pass());
        var isVerified =
                !ports.checkpoints().ofPass(run.version(), run.rank(), pass + 1).isEmpty();
        return isVerified ? pass + 2 : pass;
    }

    private ActiveRun resume(
            Holding holding,
            LockWait wait,
            Run run,
            RunPlan plan,
            MigrationDefinition migration,
            Optional<TableFacts> table,
            int pass) {
        wait.awaitClean(holding, work(plan));
        var resumed = ports.runs().resume(holding, run, plan, attempt(holding));
        resumed = ports.runs().beginPass(holding, resumed, pass);
        return new ActiveRun(resumed, plan, migration, table, 0, true);
    }

    /**
     * What comes after a pass that every segment has finished: a verify pass after a writing one; success after a verify
     * pass that found nothing; else one more sweep.
     *
     * @param holding the lock
     * @param active the run; its pass is complete
     * @return the run in its next pass, or SUCCEEDED
     * @throws MigrationException if it cannot succeed; the caller records that
     */
    public ActiveRun advance(Holding holding, ActiveRun active) {
        if (active.isTask()) {
            return succeed(holding, active);
        }
        var result = result(active, active.pass());
        if (!result.isComplete()) {
            throw new IllegalStateException("pass " + active.pass() + " is not complete");
        }
        if (!active.isVerifying()) {
            return active.recorded(ports.runs().beginPass(holding, active.run(), active.pass() + 1));
        }
        if (result.residual() == 0) {
            refuseOpenItems(active, result);
            return succeed(holding, active);
        }
        if (active.sweeps() == MOST_SWEEPS) {
            throw FailureCode.NOT_CONVERGED.exception("migration does not converge: " + active.where() + ". After "
                    + MOST_SWEEPS + " sweeps " + Text.number(result.residual())
                    + " items are still to be changed, so the application goes on writing the old shape. Deploy writers of"
                    + " the new shape first, then run it again.");
        }
        return active.swept(ports.runs().beginPass(holding, active.run(), active.pass() + 1));
    }

    /**
     * What comes after a writing pass that is the last by somebody's word: success without the verify pass, which the history
     * keeps. Where items wait for a further sweep there is a verify pass all the same.
     *
     * @param holding the lock
     * @param active the run; its pass is complete
     * @param by whose word
     * @return the run in its next pass, or SUCCEEDED
     * @throws MigrationException if it cannot succeed; the caller records that
     */
    public ActiveRun advanceUnverified(Holding holding, ActiveRun active, Signature by) {
        if (active.isTask()
                || active.isVerifying()
                || result(active, active.pass()).tally().deferred() > 0) {
            return advance(holding, active);
        }
        var run = active.run();
        refuseRejected(active, ports.rejects().count(run.version(), run.rank()));
        ports.amendments().append(holding, new Amendment.Unverified(run.key(), run.pass()), by.who(), by.why());
        return succeed(holding, active);
    }

    private ActiveRun succeed(Holding holding, ActiveRun active) {
        return active.recorded(
                ports.runs().succeed(holding, active.run(), Totals.of(ports.checkpoints(), active.run())));
    }

    private static void refuseOpenItems(ActiveRun active, PassResult verified) {
        if (verified.unproven() > 0) {
            throw FailureCode.UNPROVEN_ITEMS.exception("items are unproven: " + active.where() + ". "
                    + Text.number(verified.unproven())
                    + " items carry no guard: they were inserted during the run, or a writer dropped the guard. If writers"
                    + " only update, say so with @Writers(updateOnly = true), and run it again.");
        }
        refuseRejected(active, verified.tally().rejected());
    }

    private static void refuseRejected(ActiveRun active, long rejected) {
        if (rejected > active.plan().maxRejected()) {
            throw RejectBudget.exceeded(active.plan(), active.where(), Text.number(rejected));
        }
    }

    /**
     * Finds a run that another process of the same attempt has begun.
     *
     * @param run which run
     * @param sweeps how many sweeps the attempt has begun
     * @return the run as it is recorded, with its frozen plan
     */
    public ActiveRun find(RunKey run, int sweeps) {
        var found = ports.runs()
                .find(run)
                .orElseThrow(() -> FailureCode.HISTORY_MOVED_ON.exception("run is not recorded: version "
                        + run.version() + ", rank " + run.rank() + ". Run its version again."));
        var migration = catalog.find(run.version())
                .orElseThrow(() -> FailureCode.APPLIED_BUT_MISSING.exception(
                        "the code has no migration of version " + run.version() + ". Package and deploy it again."));
        var table = migration.table().map(logical -> ports.tables().describe(logical, settings.table(logical)));
        return new ActiveRun(found, ports.plans().read(run), migration, table, sweeps, false);
    }

    /**
     * Records that a run failed.
     *
     * @param holding the lock
     * @param active the run
     * @param cause why
     * @return the run, FAILED
     */
    public Run fail(Holding holding, ActiveRun active, Cause cause) {
        return ports.runs().fail(holding, active.run(), cause, Totals.of(ports.checkpoints(), active.run()));
    }

    /**
     * Records that a run was stopped before its end, or ended without saying so.
     *
     * @param holding the lock
     * @param run the run
     * @param cause why
     * @return the run, INTERRUPTED
     */
    public Run interrupt(Holding holding, Run run, Cause cause) {
        return ports.runs().interrupt(holding, run, cause, Totals.of(ports.checkpoints(), run));
    }

    /**
     * What came of a pass so far.
     *
     * @param active the run
     * @param pass the pass
     * @return its sums
     */
    public PassResult result(ActiveRun active, int pass) {
        var plan = active.plan();
        return PassResult.of(ports.checkpoints().ofPass(plan.version(), plan.rank(), pass), plan.totalSegments());
    }

    /** Every pass begins anew: under a guard, what was applied already shows in the items. */
    private void forgetCheckpoints(Holding holding, Run run) {
        for (var pass = Passes.FIRST; pass <= run.pass(); pass++) {
            for (var old : ports.checkpoints().ofPass(run.version(), run.rank(), pass)) {
                var claimed = ports.checkpoints()
                        .claim(
                                old.where(),
                                holding.epoch(),
                                surroundings.uuids().get())
                        .checkpoint();
                ports.checkpoints().advance(claimed, claimed.restarted());
                ports.checkpoints().checkOut(claimed.restarted());
            }
        }
    }

    /** The plan that would be made now for a run that has a frozen one. */
    RunPlan planNow(HistoryState state, MigrationDefinition migration, RunPlan frozen, Optional<TableFacts> table) {
        return assembly(state).assemble(migration, RunStart.of(frozen), table);
    }

    private PlanAssembly assembly(HistoryState state) {
        return new PlanAssembly(
                state.id(),
                settings.history(),
                settings.historyArn(),
                settings.parameters(),
                settings.given(),
                settings.maxRejected(),
                settings.workers(),
                state.guards());
    }

    private Attempt attempt(Holding holding) {
        return new Attempt(surroundings.wall().instant(), surroundings.uuids().get(), holding.owner());
    }

    private static Work work(RunPlan plan) {
        return new Work(new RunKey(plan.version(), plan.rank()), plan.checksums());
    }
}
