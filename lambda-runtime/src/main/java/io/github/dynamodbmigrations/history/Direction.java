package io.github.dynamodbmigrations.history;

import java.util.Optional;

/** Which function of a migration a run applies. */
public enum Direction {
    /** {@code migrate}. */
    UP,
    /** {@code reverse}. */
    DOWN;

    /** Of a run that undoes something, or nothing. */
    public static Direction of(Optional<Undoing> undoing) {
        return undoing.isPresent() ? DOWN : UP;
    }
}
