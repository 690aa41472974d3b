package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.history.LeaseKeeper;
import io.github.dynamodbmigrations.history.Liveness;
import io.github.dynamodbmigrations.history.LockSettings;
import io.github.dynamodbmigrations.history.LockState;
import io.github.dynamodbmigrations.history.LockWait;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.history.Unexpected;
import io.github.dynamodbmigrations.operate.Signature;
import io.github.dynamodbmigrations.plan.Capacity;
import io.github.dynamodbmigrations.plan.PlanProblem;
import io.github.dynamodbmigrations.plan.PlannedRuns;
import io.github.dynamodbmigrations.plan.PlannedRuns.NextRun;
import io.github.dynamodbmigrations.plan.TableFacts.Throughput;
import io.github.dynamodbmigrations.segment.Deadline;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;

/** Applies everything that is pending, in one JVM: the same engine as in a deployment, with threads for workers. */
public final class DirectRunner {
    private static final Set<String> CANNOT_BE_RECORDED =
            Set.of(FailureCode.LOCK_LOST.code(), FailureCode.UNREACHABLE.code());
    private static final Set<String> ENDS_IN_ORDER = Set.of(FailureCode.STOPPED.code(), FailureCode.ABORTED.code());

    private final EnginePorts ports;
    private final RunSettings settings;
    private final RunLifecycle lifecycle;
    private final Surroundings surroundings;
    private final DirectSettings direct;
    private final ExecutorService threads;
    private final RunObserver observer;

    /**
     * What only a direct run needs to know.
     *
     * @param owner who runs it
     * @param lock how long to wait for the lock, and how it is kept
     * @param liveness whether others that hold it live
     * @param region the region that tasks are told
     * @param endpoint the endpoint that tasks are told
     * @param stop when to come to an end before everything is applied
     * @param unverified by whose word runs end without a verify pass; empty if they are verified, as they should be
     */
    public record DirectSettings(
            Owner owner,
            LockSettings lock,
            Liveness liveness,
            String region,
            Optional<URI> endpoint,
            Deadline stop,
            Optional<Signature> unverified) {
        /** Of runs that are verified, where nobody can ask for executions. */
        public DirectSettings(Owner owner, LockSettings lock, String region, Optional<URI> endpoint, Deadline stop) {
            this(owner, lock, Liveness.HEARTBEAT, region, endpoint, stop, Optional.empty());
        }
    }

    /**
     * Makes one.
     *
     * @param ports what it talks to
     * @param settings what is asked for
     * @param lifecycle starts and ends runs
     * @param surroundings clock and ids
     * @param direct what only a direct run needs
     * @param threads without bounds: workers and their requests wait for each other in it
     * @param observer sees what happens
     */
    public DirectRunner(
            EnginePorts ports,
            RunSettings settings,
            RunLifecycle lifecycle,
            Surroundings surroundings,
            DirectSettings direct,
            ExecutorService threads,
            RunObserver observer) {
        this.ports = ports;
        this.settings = settings;
        this.lifecycle = lifecycle;
        this.surroundings = surroundings;
        this.direct = direct;
        this.threads = threads;
        this.observer = observer;
    }

    /**
     * Applies what is pending up to the target, in order.
     *
     * @param afterSuccess sees each run that has succeeded, before the next begins
     * @return the runs, in order; none if everything was applied already
     * @throws MigrationException if a run did not succeed, or nothing may start
     */
    public List<Run> migrate(Consumer<ActiveRun> afterSuccess) {
        return underLock(lifecycle::plan, afterSuccess);
    }

    /**
     * Undoes what was applied above the target, newest version first; without a target, the newest version.
     *
     * @param afterSuccess sees each run that has succeeded, before the next begins
     * @return the runs, in order; none if nothing above the target was applied
     * @throws MigrationException if a run did not succeed, or nothing may start
     */
    public List<Run> undo(Consumer<ActiveRun> afterSuccess) {
        return undo(false, afterSuccess);
    }

    /**
     * The same of versions of which something more is known.
     *
     * @param isDisjoint whether they are known to have written different items
     * @param afterSuccess sees each run that has succeeded, before the next begins
     * @return the runs, in order; none if nothing above the target was applied
     * @throws MigrationException if a run did not succeed, or nothing may start
     */
    public List<Run> undo(boolean isDisjoint, Consumer<ActiveRun> afterSuccess) {
        return underLock(holding -> lifecycle.planUndo(holding, isDisjoint), afterSuccess);
    }

    private List<Run> underLock(Function<Holding, PlannedRuns> planning, Consumer<ActiveRun> afterSuccess) {
        var underLock = new UnderLock(ports, direct.lock(), direct.liveness(), surroundings, this::waitFor);
        return underLock.call(direct.owner(), held -> {
            lifecycle.requireBoundTables();
            return run(held, planning.apply(held.lease().holding()), afterSuccess);
        });
    }

    private List<Run> run(UnderLock.Held held, PlannedRuns planned, Consumer<ActiveRun> afterSuccess) {
        planned.warnings().stream().map(PlanProblem::message).forEach(observer::warning);
        var done = new ArrayList<Run>();
        for (var next : planned.orThrow()) {
            requireToGoOn("before version " + next.migration().version() + " began");
            var active = run(held.waiting(), held.lease(), next);
            done.add(active.run());
            afterSuccess.accept(active);
        }
        return List.copyOf(done);
    }

    private void waitFor(LockState lock) {
        requireToGoOn("while it waited for the lock");
        observer.waitingFor(lock);
    }

    private void requireToGoOn(String where) {
        if (direct.stop().isReached()) {
            throw FailureCode.STOPPED.exception("it was asked to stop: " + where + ". Run it again.");
        }
    }

    private ActiveRun run(LockWait wait, LeaseKeeper lease, NextRun next) {
        var active = lifecycle.begin(lease.holding(), wait, next);
        observer.began(active);
        try {
            while (active.run().state() == RunState.RUNNING) {
                work(lease, active);
                active = advanced(lease.holding(), active);
            }
            observer.ended(active.run(), active);
            return active;
        } catch (MigrationException failure) {
            throw recorded(lease, active, failure);
        } catch (RuntimeException | Error unexpected) {
            var failure = FailureCode.UNEXPECTED.exception(Unexpected.line(active.where(), unexpected));
            failure.addSuppressed(unexpected);
            throw recorded(lease, active, failure);
        }
    }

    private ActiveRun advanced(Holding holding, ActiveRun active) {
        return direct.unverified()
                .map(by -> lifecycle.advanceUnverified(holding, active, by))
                .orElseGet(() -> lifecycle.advance(holding, active));
    }

    private void work(LeaseKeeper lease, ActiveRun active) {
        var units = active.table()
                .map(table -> Capacity.of(active.migration(), table, settings.given()))
                .orElse(new Throughput(1, 1));
        // Here the workers share the capacity by sharing the buckets.
        var workers = Math.min(settings.workers(), active.plan().totalSegments());
        var budgets = Budgets.share(units, 1, surroundings).among(workers);
        var watched =
                new ControlWatch.Watched(active.run().key(), lease.holding().epoch(), "direct", budgets, units, 1);
        try (var watch = ControlWatch.start(ports.controls(), surroundings, watched)) {
            if (active.isTask()) {
                task(lease, active, watch);
            } else {
                pass(lease, active, budgets, watch);
            }
        }
    }

    private void task(LeaseKeeper lease, ActiveRun active, ControlWatch watch) {
        Deadline stop = stop(lease, watch);
        watch.await(stop);
        requireNoStop(!stop.isReached(), lease, active, watch);
        new TaskRun(active, ports.markers(), lease.holding().epoch(), direct.region(), direct.endpoint()).execute();
    }

    private void pass(LeaseKeeper lease, ActiveRun active, Budgets budgets, ControlWatch watch) {
        Deadline stop = stop(lease, watch);
        if (active.isVerifying()) {
            surroundings.pause().pause(settings.settleDelay(), stop::isReached);
        }
        var walk = new ItemWork(ports, surroundings, threads)
                .walk(active, lease.holding().epoch(), lease::check, budgets, watch, observer);
        observer.passBegan(active, lifecycle.result(active, active.pass()), watch::report);
        var isDone =
                new WorkerPool(threads, budgets.sharing()).walk(active.plan().totalSegments(), stop, walk::walk);
        requireNoStop(isDone, lease, active, watch);
    }

    private Deadline stop(LeaseKeeper lease, ControlWatch watch) {
        return () -> lease.isEnding() || direct.stop().isReached() || watch.isAborted();
    }

    private static void requireNoStop(boolean isDone, LeaseKeeper lease, ActiveRun active, ControlWatch watch) {
        if (isDone) {
            return;
        }
        lease.check();
        watch.requireNoAbort(active.where());
        throw FailureCode.STOPPED.exception("run was stopped: " + active.where()
                + ". It was asked to stop before its end. Run it again: it goes on from its checkpoints.");
    }

    /** Records the end of a run that did not succeed; what cannot be recorded is left to the next start. */
    private MigrationException recorded(LeaseKeeper lease, ActiveRun active, MigrationException failure) {
        if (CANNOT_BE_RECORDED.contains(failure.code())) {
            return failure;
        }
        try {
            var cause = Cause.of(failure);
            var ended = ENDS_IN_ORDER.contains(failure.code())
                    ? lifecycle.interrupt(lease.holding(), active.run(), cause)
                    : lifecycle.fail(lease.holding(), active, cause);
            observer.ended(ended, active);
        } catch (RuntimeException unrecorded) {
            failure.addSuppressed(unrecorded);
        }
        return failure;
    }
}
