package io.github.dynamodbmigrations.architecture.planted.scan;

import io.github.dynamodbmigrations.architecture.Breaks;

/** With a root of its own. */
@Breaks("every public exception has the one root")
public final class OwnException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
