package io.github.dynamodbmigrations.lambda;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.engine.WorkflowLiveness;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.LockSeen;
import io.github.dynamodbmigrations.history.LockSettings;
import io.github.dynamodbmigrations.history.LockWait;
import io.github.dynamodbmigrations.history.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Claims the run of an execution. A function waits seconds and a state machine waits hours, so that most waiting is left to
 * that: each call says in its answer what it has seen of the lock, and the next one goes on from there.
 */
final class PlanStep {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int WAIT_SECONDS = 10;
    private static final String HOLDER = "holder";
    private static final String UNCLEAN = "unclean";

    private final Session session;
    private final Event event;
    private final Owner owner;
    private final Duration since;
    private final LockWait wait;

    PlanStep(Session session, Event event) {
        this.session = session;
        this.event = event;
        this.owner = Owner.workflow(event.text("execution"));
        this.since = Duration.between(Instant.parse(event.text("started")), Instant.parse(event.text("entered")));
        var called = session.surroundings().nanoTime().getAsLong();
        LongSupplier clock =
                () -> since.toNanos() + session.surroundings().nanoTime().getAsLong() - called;
        this.wait = new LockWait(
                session.ports().lock(),
                new LockSettings(LEASE, Session.LONGEST_LIFE, since.plus(PATIENCE), POLL),
                new WorkflowLiveness(session.workflow()),
                clock,
                length -> pause(length, clock),
                held -> {});
        wait.goOn(0, seen(HOLDER), seen(UNCLEAN));
    }

    private LockSeen seen(String what) {
        var last = event.event("last").event(what);
        return last.find("mark")
                .map(mark -> new LockSeen(mark, last.number("since")))
                .orElse(LockSeen.NOTHING);
    }

    private void pause(Duration length, LongSupplier clock) {
        if (clock.getAsLong() - since.toNanos() > PATIENCE.multipliedBy(2).toNanos()) {
            throw FailureCode.STILL_UNCLEAN.exception(
                    "lock of the history is unclean: requests of a worker that went missing"
                            + " may still be under way. Wait until its longest life is over.");
        }
        session.surroundings().pause().pause(length);
    }

    Map<String, Object> plan() {
        if (session.triggers()
                .isRestarted(
                        event.text("execution"),
                        event.text("definition"),
                        event.event("input").all())) {
            return Map.of("next", "DONE");
        }
        try {
            return claim();
        } catch (MigrationException stop) {
            if (isWaitedFor(stop)) {
                return waiting();
            }
            session.triggers().refused(owner.id(), Cause.of(stop));
            throw stop;
        }
    }

    /** Somebody else has the lock and time is left, or the role is too new. */
    private boolean isWaitedFor(MigrationException stop) {
        var lockWait = Duration.ofSeconds(event.event("input").number("lockWaitSeconds", 0));
        return (stop.code().equals(FailureCode.LOCK_HELD.code()) && since.compareTo(lockWait) < 0)
                || stop.code().equals(FailureCode.STILL_UNCLEAN.code())
                || (NewRole.isDenied(stop) && since.compareTo(NewRole.PATIENCE) < 0);
    }

    private Map<String, Object> waiting() {
        return Map.of(
                "next",
                "WAIT",
                "waitSeconds",
                WAIT_SECONDS,
                HOLDER,
                shown(wait.holderSeen()),
                UNCLEAN,
                shown(wait.uncleanSeen()));
    }

    /** As a text: some engines give numbers of that size back as fractions. */
    private static Map<String, Object> shown(LockSeen seen) {
        return Map.of("mark", seen.mark(), "since", Long.toString(seen.since()));
    }

    private Map<String, Object> claim() {
        var holding = wait.acquire(owner);
        var lifecycle = session.lifecycle();
        var baseline = event.event("input").number("baselineVersion", 0);
        if (baseline > 0) {
            session.ports().history().baseline(baseline);
        }
        var next = lifecycle.plan(holding).only(event.event("input").number("version"));
        if (next.isEmpty()) {
            session.ports().lock().release(holding);
            return Map.of("next", "DONE");
        }
        return WorkerGroups.of(lifecycle.begin(holding, wait, next.get()), holding, session.workers());
    }
}
