package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;

/** Amounts in parameters. */
final class Numbers {
    private Numbers() {}

    static long parse(String parameter, String text) {
        try {
            var number = Long.parseLong(text.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, as a negative one is.
        }
        throw new ProblemException(
                ProblemCode.BAD_PARAMETER,
                "'" + text + "' is no amount",
                "parameter <" + parameter + ">",
                "Write it in digits.");
    }
}
