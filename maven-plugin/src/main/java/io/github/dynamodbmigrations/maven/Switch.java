package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;

/** Parameters that are {@code on} or {@code off}. */
final class Switch {
    private Switch() {}

    static String checked(String parameter, String text) {
        if (!text.equals("on") && !text.equals("off")) {
            throw new ProblemException(
                    ProblemCode.BAD_PARAMETER,
                    "'" + text + "' is neither on nor off",
                    "parameter <" + parameter + ">",
                    "Write on or off.");
        }
        return text;
    }
}
