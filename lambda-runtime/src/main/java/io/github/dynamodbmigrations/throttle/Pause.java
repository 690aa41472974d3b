package io.github.dynamodbmigrations.throttle;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits. Passed in, so that nothing below the handlers sleeps by itself. */
@FunctionalInterface
public interface Pause {
    /** For whoever only looks: what is not answered at once is not asked again. */
    Pause NEVER = length -> {
        throw new IllegalStateException("nobody waits here");
    };

    /** Nobody waits longer before looking again whether it is still wanted. */
    Duration LOOK = Duration.ofMillis(250);

    /**
     * Waits for a while.
     *
     * @param length how long
     */
    void pause(Duration length);

    /**
     * Waits for a while, unless that is not wanted any more.
     *
     * @param length how long
     * @param isOver whether to give up; asked a few times a second
     */
    default void pause(Duration length, BooleanSupplier isOver) {
        for (var left = length; left.compareTo(Duration.ZERO) > 0 && !isOver.getAsBoolean(); left = left.minus(LOOK)) {
            pause(left.compareTo(LOOK) < 0 ? left : LOOK);
        }
    }
}
