package io.github.dynamodbmigrations.lambda;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.history.LockState.Holder;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.versions.Target;
import io.github.dynamodbmigrations.versions.VersionEnd;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Records how an execution of the version machine has ended.
 *
 * @param session the engine
 * @param event a call of the machine
 */
record VersionEnds(Session session, Event event) {
    /** The data has the version that the user's function has reached. */
    Map<String, Object> succeeded(Holding holding, long before, long reached) {
        session.versions().succeeded(holding, end(holding.owner(), before, reached, Optional.empty()));
        session.ports().lock().release(holding);
        return done();
    }

    static Map<String, Object> done() {
        return Map.of("next", "DONE");
    }

    static Map<String, Object> failed(String code) {
        return Map.of("next", "FAILED", "code", code);
    }

    /** Why nothing was reached, for the version that was asked for, if one was. */
    Map<String, Object> failed(Cause cause) {
        return failed(cause, target());
    }

    Map<String, Object> failed(Cause cause, Optional<Long> target) {
        var owner = Owner.workflow(event.text("execution"));
        var has = session.ports().history().open().status().version();
        var holding = holding();
        session.versions().failed(holding, end(owner, has, target.orElse(has), Optional.of(cause)));
        holding.ifPresent(this::letGo);
        return failed(cause.code());
    }

    /** A function lives on when its execution is over: until it has ended, whoever takes the lock next has to wait. */
    private void letGo(Holding holding) {
        var lock = session.ports().lock().read();
        var called = lock.holder()
                .filter(holder -> lock.isHeldBy(holding) && !RunnerSteps.hasEnded(event.event("last")))
                .flatMap(Holder::work);
        session.closing().release(holding, called, Session.LONGEST_LIFE);
    }

    private Optional<Long> target() {
        try {
            return Target.of(event.fields().get("input"));
        } catch (MigrationException none) {
            return Optional.empty();
        }
    }

    /** Whoever holds the lock records how the data stands; then only this attempt is recorded. */
    private Optional<Holding> holding() {
        try {
            return Optional.of(new LockTurn(session, event).acquire());
        } catch (MigrationException held) {
            return Optional.empty();
        }
    }

    private VersionEnd end(Owner owner, long before, long reaches, Optional<Cause> cause) {
        return new VersionEnd(owner, Instant.parse(event.text("started")), before, reaches, cause);
    }
}
