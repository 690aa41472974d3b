package io.github.dynamodbmigrations.lambda;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.engine.WorkflowLiveness;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.history.LockSeen;
import io.github.dynamodbmigrations.history.LockSettings;
import io.github.dynamodbmigrations.history.LockWait;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Waits for the lock on behalf of an execution. A function waits seconds and a state machine waits hours, so that most
 * waiting is left to that: each call says in its answer what it has seen of the lock, and the next one goes on from there.
 */
final class LockTurn {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SHORTEST_WAIT = 10;
    private static final int LONGEST_WAIT = 60;

    private static final String HOLDER = "holder";
    private static final String UNCLEAN = "unclean";

    private final Session session;
    private final Event event;
    private final Owner owner;
    private final Duration since;
    private final LockWait wait;
    private boolean isLeftToTheMachine;

    LockTurn(Session session, Event event) {
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
        if (isLeftToTheMachine
                || clock.getAsLong() - since.toNanos()
                        > PATIENCE.multipliedBy(2).toNanos()) {
            throw FailureCode.STILL_UNCLEAN.exception(
                    "lock of the history is unclean: requests of a worker, or a function, that went missing"
                            + " may still be under way. Wait until its longest life is over.");
        }
        session.surroundings().pause().pause(length);
    }

    Owner owner() {
        return owner;
    }

    /** Since the execution has started. */
    Duration since() {
        return since;
    }

    LockWait patience() {
        return wait;
    }

    Holding acquire() {
        return wait.acquire(owner);
    }

    /** Waits for nothing itself: what may be under way takes minutes to end. */
    void awaitClean(Holding holding, Work next) {
        isLeftToTheMachine = true;
        wait.awaitClean(holding, next);
    }

    /** Somebody else has the lock and time is left, or the role is too new. */
    boolean isWaitedFor(MigrationException stop, long lockWaitSeconds) {
        var isHeld = stop.code().equals(FailureCode.LOCK_HELD.code());
        return (isHeld && since.compareTo(Duration.ofSeconds(lockWaitSeconds)) < 0)
                || stop.code().equals(FailureCode.STILL_UNCLEAN.code())
                || (NewRole.isDenied(stop) && since.compareTo(NewRole.PATIENCE) < 0);
    }

    Map<String, Object> waiting() {
        return Map.of(
                "next",
                "WAIT",
                "waitSeconds",
                waitSeconds(since),
                HOLDER,
                shown(wait.holderSeen()),
                UNCLEAN,
                shown(wait.uncleanSeen()));
    }

    /** Waits get longer, since a machine's history is bounded. */
    static long waitSeconds(Duration since) {
        return Math.max(SHORTEST_WAIT, Math.min(LONGEST_WAIT, since.toSeconds() / 10));
    }

    /** As a text: some engines give numbers of that size back as fractions. */
    private static Map<String, Object> shown(LockSeen seen) {
        return Map.of("mark", seen.mark(), "since", Long.toString(seen.since()));
    }
}
