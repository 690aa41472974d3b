package io.github.dynamodbmigrations.throttle;

import java.time.Duration;

/** Waits. Passed in, so that nothing below the handlers sleeps by itself. */
@FunctionalInterface
public interface Pause {
    /** For whoever only looks: what is not answered at once is not asked again. */
    Pause NEVER = length -> {
        throw new IllegalStateException("nobody waits here");
    };

    /**
     * Waits for a while.
     *
     * @param length how long
     */
    void pause(Duration length);
}
