package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.history.Control;
import io.github.dynamodbmigrations.history.Control.Wish;
import io.github.dynamodbmigrations.history.Controls;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.history.WorkerReport;
import io.github.dynamodbmigrations.history.WorkerReport.Use;
import io.github.dynamodbmigrations.plan.TableFacts.Throughput;
import io.github.dynamodbmigrations.segment.Deadline;
import io.github.dynamodbmigrations.segment.Gate;
import io.github.dynamodbmigrations.throttle.Budget;
import io.github.dynamodbmigrations.throttle.Pause;
import io.github.dynamodbmigrations.throttle.Waiting;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Looks every few seconds at what operators ask, and sees to it in this process: other units change its budgets, a pause
 * ends its workers' pages where they are and holds back the next, an abort is a deadline. It also says how fast this process
 * is.
 */
public final class ControlWatch implements Gate, AutoCloseable {
    private final Controls controls;
    private final Surroundings surroundings;
    private final Watched watched;
    private volatile Control now = Control.NONE;
    private volatile long pausedAt;
    private Optional<ScheduledExecutorService> thread = Optional.empty();

    /**
     * What is watched over.
     *
     * @param run the run that this process works on
     * @param epoch the lock's epoch that it works under
     * @param worker tells it from other processes of the run
     * @param budgets what it may use
     * @param planned units per second of all processes together
     * @param processes how many there are
     */
    public record Watched(RunKey run, long epoch, String worker, Budgets budgets, Throughput planned, int processes) {}

    ControlWatch(Controls controls, Surroundings surroundings, Watched watched) {
        this.controls = controls;
        this.surroundings = surroundings;
        this.watched = watched;
    }

    /**
     * Looks once, and from then on in a thread of its own.
     *
     * @param controls where operators' wishes are
     * @param surroundings clock and pause
     * @param watched what is watched over
     * @return the watch; it looks until it is closed
     */
    public static ControlWatch start(Controls controls, Surroundings surroundings, Watched watched) {
        var watch = new ControlWatch(controls, surroundings, watched);
        watch.look();
        watch.thread = Optional.of(Machine.every(Controls.EVERY_MILLIS, watch::lookOrKeep));
        return watch;
    }

    /** The thread would end with an exception; what was asked stays asked until the next look. */
    private void lookOrKeep() {
        try {
            look();
        } catch (RuntimeException unreadable) {
            // Whoever cannot reach the history for long loses the lock, and says so.
            return;
        }
    }

    /** Reads what is asked, and does what needs no worker. */
    void look() {
        var next = controls.read();
        if (next.pause().isPresent() && now.pause().isEmpty()) {
            pausedAt = surroundings.nanoTime().getAsLong();
        }
        now = next;
        watched.budgets().limit(units(next), watched.processes());
        controls.report(watched.run(), watched.epoch(), report());
    }

    private Throughput units(Control asked) {
        var planned = watched.planned();
        return asked.rateOf(watched.run())
                .map(rate -> new Throughput(
                        rate.readUnits() > 0 ? rate.readUnits() : planned.readUnits(),
                        rate.writeUnits() > 0 ? rate.writeUnits() : planned.writeUnits()))
                .orElse(planned);
    }

    /** How fast this process is. */
    public WorkerReport report() {
        return new WorkerReport(
                watched.worker(),
                use(watched.budgets().reads()),
                use(watched.budgets().writes()),
                waiting().map(Waiting::text),
                surroundings.wall().instant());
    }

    private static Use use(Budget budget) {
        return new Use(budget.usedPerSecond(), budget.unitsPerSecond());
    }

    @Override
    public void await(Deadline deadline) {
        while (now.pause().isPresent() && !isAborted() && !deadline.isReached()) {
            surroundings.pause().pause(Pause.LOOK);
        }
    }

    @Override
    public boolean isShut() {
        return now.pause().isPresent();
    }

    /** Whether somebody wants this attempt of the run to end. */
    public boolean isAborted() {
        return abort().isPresent();
    }

    /**
     * Stops whoever asks, if so.
     *
     * @param where the run, as people read it
     * @throws io.github.dynamodbmigrations.MigrationException with who and why
     */
    public void requireNoAbort(String where) {
        abort().ifPresent(wish -> {
            throw FailureCode.ABORTED.exception("run was aborted: " + where + ". By " + wish
                    + ". Run it again when that is settled: it goes on from its checkpoints.");
        });
    }

    private Optional<Wish> abort() {
        return now.abortOf(watched.run(), watched.epoch());
    }

    /** What workers wait for, if they do. */
    public Optional<Waiting> waiting() {
        return now.pause()
                .map(wish -> new Waiting(
                        "paused by " + wish,
                        Duration.ofNanos(surroundings.nanoTime().getAsLong() - pausedAt)))
                .or(watched.budgets()::waiting);
    }

    @Override
    public void close() {
        thread.ifPresent(ScheduledExecutorService::shutdown);
    }
}
