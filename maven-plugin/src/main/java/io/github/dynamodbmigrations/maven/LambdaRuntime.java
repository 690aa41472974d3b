package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import java.util.List;

/** The Java runtimes that AWS Lambda creates functions with and the engine runs on. */
final class LambdaRuntime {
    private static final List<String> KNOWN = List.of("java21", "java25");

    private LambdaRuntime() {}

    static String checked(String runtime) {
        if (!KNOWN.contains(runtime)) {
            throw new ProblemException(
                    ProblemCode.BAD_PARAMETER,
                    "'" + runtime + "' is no Lambda runtime",
                    "parameter <lambdaRuntime>",
                    "Choose one of " + String.join(", ", KNOWN) + ".");
        }
        return runtime;
    }
}
