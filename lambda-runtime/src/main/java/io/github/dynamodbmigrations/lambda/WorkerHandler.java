package io.github.dynamodbmigrations.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.history.Unexpected;
import io.github.dynamodbmigrations.plan.Capacity;
import io.github.dynamodbmigrations.plan.TableFacts.Throughput;
import io.github.dynamodbmigrations.run.ActiveRun;
import io.github.dynamodbmigrations.run.Budgets;
import io.github.dynamodbmigrations.run.ControlWatch;
import io.github.dynamodbmigrations.run.ItemWork;
import io.github.dynamodbmigrations.run.Machine;
import io.github.dynamodbmigrations.run.RunWatch;
import io.github.dynamodbmigrations.run.TaskRun;
import io.github.dynamodbmigrations.segment.Deadline;
import io.github.dynamodbmigrations.segment.Fence;
import io.github.dynamodbmigrations.segment.SegmentObserver;
import io.github.dynamodbmigrations.segment.SegmentOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Walks every so-manieth segment of a run's pass, until it has come to their ends or its time is nearly over. */
public final class WorkerHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private final Supplier<RuntimeEnvironment> environment;

    /** For the Lambda runtime. */
    public WorkerHandler() {
        this.environment = RuntimeEnvironment::ofProcess;
    }

    /**
     * For a test.
     *
     * @param environment what the function is told
     */
    public WorkerHandler(RuntimeEnvironment environment) {
        this.environment = () -> environment;
    }

    /**
     * Handles a call of the state machine.
     *
     * @param fields the run, and which group of segments
     * @param context says how much time is left
     * @return {@code done}: whether the group's segments have come to their ends; {@code Error}: which right is lacking
     */
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> fields, Context context) {
        var event = new Event(fields);
        var started = Instant.parse(event.text("started"));
        var deadline = new WorkerDeadline(context);
        try (var session = new Session(environment.get(), event.event("input"))) {
            try {
                return work(session, event, deadline, started);
            } catch (MigrationException failure) {
                if (isTooNew(session, started, deadline, failure)) {
                    // The next process of the function begins with fresh credentials; the state machine calls it again.
                    environment.get().processEnd().run();
                } else if (NewRole.isDenied(failure)) {
                    // Whoever lacks one right may be unable to record it: Control does.
                    return Map.of("done", false, "Error", String.valueOf(failure.getMessage()));
                }
                throw failure;
            }
        }
    }

    private Map<String, Object> work(Session session, Event event, WorkerDeadline deadline, Instant started) {
        var call = RunCall.of(event);
        var active = session.lifecycle().find(call.run(), call.sweeps());
        try {
            return Map.of("done", work(session, active, event, deadline));
        } catch (MigrationException failure) {
            throw isTooNew(session, started, deadline, failure)
                    ? failure
                    : WorkerFailure.recorded(session, active, call, failure);
        } catch (RuntimeException | Error unexpected) {
            var failure = FailureCode.UNEXPECTED.exception(Unexpected.line(active.where(), unexpected));
            failure.addSuppressed(unexpected);
            throw WorkerFailure.recorded(session, active, call, failure);
        }
    }

    private static boolean isTooNew(
            Session session, Instant started, WorkerDeadline deadline, MigrationException failure) {
        var now = session.surroundings().wall().instant();
        return !deadline.hasWritten() && NewRole.isTooNew(failure, started, now);
    }

    private boolean work(Session session, ActiveRun active, Event event, WorkerDeadline deadline) {
        var call = RunCall.of(event);
        if (!active.migration().checksums().equals(active.plan().checksums())) {
            throw FailureCode.CODE_EXCHANGED.exception("function's code is another one than its run's: "
                    + active.where()
                    + ". The run has checksum " + active.plan().checksums().own() + ", the code "
                    + active.migration().checksums().own() + ". Deploy again.");
        }
        if (active.isTask()) {
            if (event.text("action").equals("migrate") && active.run().state() == RunState.RUNNING) {
                var told = environment.get();
                new TaskRun(active, session.ports().markers(), call.epoch(), told.region(), told.endpoint()).execute();
            }
            return true;
        }
        var pass = call.pass() + (event.text("action").equals("verify") ? 1 : 0);
        var watch = new RunWatch(
                session.ports().runs(), active.run(), session.surroundings().nanoTime());
        deadline.watch(watch::isOver);
        var isDone = walk(session, active.inPass(pass), event, deadline);
        if (!isDone && watch.isOver()) {
            throw FailureCode.STOPPED.exception("run was stopped: " + active.where()
                    + ". Its attempt has ended before this worker. Deploy again: it goes on from its checkpoints.");
        }
        return isDone;
    }

    private static boolean walk(Session session, ActiveRun active, Event event, WorkerDeadline deadline) {
        var group = (int) event.number("group");
        var of = (int) event.number("of");
        var threads = Machine.threads();
        try {
            var units = active.table()
                    .map(table -> Capacity.of(
                            active.migration(), table, session.settings().given()))
                    .orElse(new Throughput(1, 1));
            var call = RunCall.of(event);
            var budgets = Budgets.share(units, of, session.surroundings());
            var watched = new ControlWatch.Watched(call.run(), call.epoch(), "group-" + group, budgets, units, of);
            var segments = SegmentOrder.of(active.plan().totalSegments(), group, of)
                    .boxed()
                    .toList();
            try (var watch = ControlWatch.start(session.ports().controls(), session.surroundings(), watched)) {
                Deadline stop = () -> deadline.isReached() || watch.isAborted();
                if (active.isVerifying() && !isBegun(session, active, segments)) {
                    session.surroundings().pause().pause(session.settings().settleDelay(), stop::isReached);
                }
                var walk = new ItemWork(session.ports(), session.surroundings(), threads)
                        .walk(active, call.epoch(), Fence.NONE, budgets, watch, pages(deadline));
                var isDone = segments.stream().allMatch(segment -> walk.walk(segment, stop));
                if (!isDone) {
                    watch.requireNoAbort(active.where());
                }
                return isDone;
            }
        } finally {
            threads.shutdown();
        }
    }

    private static boolean isBegun(Session session, ActiveRun active, List<Integer> segments) {
        return session
                .ports()
                .checkpoints()
                .ofPass(active.plan().version(), active.plan().rank(), active.pass())
                .stream()
                .map(checkpoint -> checkpoint.where().segment())
                .anyMatch(segments::contains);
    }

    private static SegmentObserver pages(WorkerDeadline deadline) {
        return new SegmentObserver() {
            @Override
            public void page(Checkpoint after, long evaluated, Tally page) {
                deadline.page(page);
            }
        };
    }
}
