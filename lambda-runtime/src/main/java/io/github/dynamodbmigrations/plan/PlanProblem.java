package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.FailureCode;

/**
 * Something that keeps runs from starting, or that one should know before they do.
 *
 * @param code the stable code
 * @param rest what follows the code: what, where, the facts of both sides, the way out
 */
public record PlanProblem(FailureCode code, String rest) {
    /** As one line. */
    public String message() {
        return code.code() + " " + rest;
    }

    /** To be thrown. */
    public MigrationException exception() {
        return code.exception(rest);
    }
}
