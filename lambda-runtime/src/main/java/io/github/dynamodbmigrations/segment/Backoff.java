package io.github.dynamodbmigrations.segment;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.throttle.Pause;
import io.github.dynamodbmigrations.throttle.TransientReason;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** How one request waits before it is made again: longer each time, and at random, so that workers do not march in step. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int MOST_DOUBLINGS = 12;

    private final Pause pause;
    private final RandomGenerator random;
    private int refusals;
    private Duration waited = Duration.ZERO;

    Backoff(Pause pause, RandomGenerator random) {
        this.pause = pause;
        this.random = random;
    }

    /** After a refusal that is nobody's fault: waits, or gives up if that has been going on for too long. */
    void refused(TransientReason reason, Deadline deadline) {
        if (waited.compareTo(reason.patience()) > 0) {
            throw tooLong(reason);
        }
        waited = waited.plus(waitAfter(refusals++, deadline));
    }

    /** After a conflict: waits a little, so that the other writer gets past. */
    void conflict(int tries, Deadline deadline) {
        waitAfter(tries, deadline);
    }

    private Duration waitAfter(int before, Deadline deadline) {
        var longest = FIRST.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
        var bound = longest.compareTo(LONGEST) < 0 ? longest : LONGEST;
        // Never nothing, so that waiting comes to an end.
        var length = Duration.ofNanos(bound.toNanos() / 2 + random.nextLong(bound.toNanos() / 2));
        pause.pause(length, deadline::isReached);
        return length;
    }

    private static MigrationException tooLong(TransientReason reason) {
        return FailureCode.REFUSED_TOO_LONG.exception("request refused for too long: " + reason.text()
                + ". Tried again for " + reason.patience().toMinutes()
                + " minutes. "
                + (reason.isThroughput()
                        ? "Lower readUnits or writeUnits in @Throttle, or raise the table's capacity, then run it again."
                        : "Run it again once that is over: it goes on from its checkpoints."));
    }
}
