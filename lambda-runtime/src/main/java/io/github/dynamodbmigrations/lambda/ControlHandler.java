package io.github.dynamodbmigrations.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.history.Liveness;
import io.github.dynamodbmigrations.history.LockSettings;
import io.github.dynamodbmigrations.history.LockWait;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.run.ActiveRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Begins and ends the runs of a state machine; the machine's workers do what lies between. */
public final class ControlHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private static final Duration LEASE = Duration.ofMinutes(1);
    /** A function lives 15 minutes at most: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(15);

    private static final LockSettings LOCK =
            new LockSettings(LEASE, LONGEST_LIFE, Duration.ZERO, Duration.ofSeconds(10));
    private static final int WAIT_SECONDS = 10;

    private final RuntimeEnvironment environment;

    /** For the Lambda runtime. */
    public ControlHandler() {
        this(RuntimeEnvironment.ofProcess());
    }

    /**
     * For a test.
     *
     * @param environment what the function is told
     */
    public ControlHandler(RuntimeEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Handles a state's call.
     *
     * @param fields the state's parameters
     * @param context unused
     * @return what the next state needs: ids, counts and codes
     */
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> fields, Context context) {
        var event = new Event(fields);
        try (var session = new Session(environment, event)) {
            return switch (event.text("action")) {
                case "plan" -> plan(session, event);
                case "finish" -> finish(session, event);
                case "fail" -> fail(session, event);
                default -> throw new IllegalArgumentException("unknown action " + event.text("action"));
            };
        }
    }

    private static Map<String, Object> plan(Session session, Event event) {
        var wait = new LockWait(
                session.ports().lock(),
                LOCK,
                Liveness.HEARTBEAT,
                session.surroundings().nanoTime(),
                session.surroundings().pause(),
                seen -> {});
        Holding holding;
        try {
            holding = wait.acquire(Owner.workflow(event.text("execution")));
        } catch (MigrationException held) {
            if (held.code().equals(FailureCode.LOCK_HELD.code())) {
                return Map.of("next", "WAIT", "waitSeconds", WAIT_SECONDS);
            }
            throw held;
        }
        var next = session.lifecycle().plan(holding).only(event.event("input").number("version"));
        if (next.isEmpty()) {
            session.ports().lock().release(holding);
            return Map.of("next", "DONE");
        }
        return migrate(session.lifecycle().begin(holding, wait, next.get()), holding, session);
    }

    /** The workers have migrated and verified: one more sweep, or the end. */
    private static Map<String, Object> finish(Session session, Event event) {
        var holding = holding(session, event);
        var begun = session.run();
        ActiveRun active;
        try {
            active = session.lifecycle().advance(holding, begun);
            if (active.run().state() == RunState.RUNNING) {
                active = session.lifecycle().advance(holding, active);
            }
        } catch (MigrationException failure) {
            // The state machine is told the exception's class only, so that the cause is recorded here.
            session.lifecycle().fail(holding, begun, Cause.of(failure));
            throw failure;
        }
        if (active.run().state() == RunState.RUNNING) {
            return migrate(active, holding, session);
        }
        session.ports().lock().release(holding);
        return Map.of("next", "SUCCEEDED");
    }

    /** Records the failure unless whoever saw it has, and lets go of the lock. */
    private static Map<String, Object> fail(Session session, Event event) {
        if (event.find("run").isEmpty()) {
            releaseWithoutRun(session, Owner.workflow(event.text("execution")));
            return Map.of("next", "FAILED");
        }
        var holding = holding(session, event);
        var active = session.run();
        if (active.run().state() == RunState.RUNNING) {
            session.lifecycle().fail(holding, active, cause(session, active, event.event("error")));
        }
        session.ports().lock().release(holding);
        return Map.of("next", "FAILED");
    }

    /** Planning failed: the execution may hold the lock, and there is no answer that says under which epoch. */
    private static void releaseWithoutRun(Session session, Owner owner) {
        var lock = session.ports().lock().read();
        lock.holder()
                .filter(holder -> holder.owner().equals(owner))
                .ifPresent(holder -> session.ports().lock().release(new Holding(owner, lock.epoch())));
    }

    /** The state machine knows little of a worker's failure, so that rejected items are looked for in the checkpoints. */
    private static Cause cause(Session session, ActiveRun active, Event error) {
        var code = error.find("code").orElse("an unnamed error");
        var rejected = active.isTask()
                ? 0
                : session.lifecycle().result(active, active.pass()).tally().rejected();
        var most = active.plan().maxRejected();
        return rejected > most
                ? new Cause(
                        FailureCode.TOO_MANY_REJECTED.code(),
                        FailureCode.TOO_MANY_REJECTED.code() + " too many items rejected: version "
                                + active.plan().version() + ". " + rejected + " rejected, maxRejected " + most
                                + ". Correct the items or the migration and run it again, or raise <maxRejected>.")
                : new Cause(
                        FailureCode.UNEXPECTED.code(),
                        FailureCode.UNEXPECTED.code() + " a worker failed: version "
                                + active.plan().version() + ". It ended with " + code
                                + ". See the log of the function, then run it again: it goes on from its checkpoints.");
    }

    private static Holding holding(Session session, Event event) {
        return new Holding(Owner.workflow(event.text("execution")), session.epoch());
    }

    private static Map<String, Object> migrate(ActiveRun active, Holding holding, Session session) {
        var groups = Math.min(session.settings().workers(), active.plan().totalSegments());
        List<Map<String, Object>> items = IntStream.range(0, groups)
                .<Map<String, Object>>mapToObj(group -> Map.of("group", group, "of", groups))
                .toList();
        return Map.of(
                "next",
                "MIGRATE",
                "run",
                Map.of(
                        "version", active.plan().version(),
                        "rank", active.plan().rank(),
                        "pass", active.pass(),
                        "sweeps", active.sweeps(),
                        "epoch", holding.epoch()),
                "groups",
                items);
    }
}
