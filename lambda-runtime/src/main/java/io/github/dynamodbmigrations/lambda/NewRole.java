package io.github.dynamodbmigrations.lambda;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.run.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** A role that a deployment has just made is not honoured everywhere at once: for a while a denial says little. */
final class NewRole {
    /** After that a denial is taken at its word. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration POLL = Duration.ofSeconds(5);

    private NewRole() {}

    /** Does something that may be repeated, until it is not denied any more. */
    static <T> T patiently(Surroundings surroundings, Supplier<T> work) {
        var begun = surroundings.nanoTime().getAsLong();
        while (true) {
            try {
                return work.get();
            } catch (MigrationException denied) {
                if (!isDenied(denied) || surroundings.nanoTime().getAsLong() - begun >= PATIENCE.toNanos()) {
                    throw denied;
                }
                surroundings.pause().pause(POLL);
            }
        }
    }

    /** Whether a denial may be due to the role's age; times are those of Step Functions and of this machine. */
    static boolean isTooNew(MigrationException thrown, Instant started, Instant now) {
        return isDenied(thrown) && Duration.between(started, now).compareTo(PATIENCE) < 0;
    }

    static boolean isDenied(MigrationException thrown) {
        return thrown.code().equals(FailureCode.ACCESS_DENIED.code());
    }
}
