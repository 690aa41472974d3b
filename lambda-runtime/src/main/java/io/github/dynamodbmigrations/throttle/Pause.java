package io.github.dynamodbmigrations.throttle;

import java.time.Duration;

/** Waits. Passed in, so that nothing below the handlers sleeps by itself. */
@FunctionalInterface
public interface Pause {
    /**
     * Waits for a while.
     *
     * @param length how long
     */
    void pause(Duration length);
}
