package io.github.dynamodbmigrations.history;

/** Which function of a migration a run applies. */
public enum Direction {
    /** {@code migrate}. */
    UP,
    /** {@code reverse}. */
    DOWN
}
