package io.github.dynamodbmigrations.launch;

import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;

/**
 * Where an item of a fixture stands.
 *
 * @param file the fixture file, as shown to users
 * @param line counted from 1
 */
record FixtureLine(String file, long line) {
    /** The problem that this line is no item; says nothing of what stands there. */
    ProblemException problem(String what) {
        return new ProblemException(
                ProblemCode.BAD_FIXTURE,
                "fixture line " + what,
                file + " line " + line,
                "Correct the line; docs/problems.md shows both forms.");
    }
}
