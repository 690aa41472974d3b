package io.github.dynamodbmigrations.versions;

import io.github.dynamodbmigrations.history.Direction;

/**
 * One version on the way.
 *
 * @param version the version
 * @param direction whether it is applied or undone
 */
public record Leg(long version, Direction direction) {
    /** The field of an execution's input that says so; it is left out where a version is applied. */
    public static final String DIRECTION = "direction";

    /** Whether the version is undone. */
    public boolean isDown() {
        return direction == Direction.DOWN;
    }
}
