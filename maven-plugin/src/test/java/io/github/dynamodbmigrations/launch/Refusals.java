package io.github.dynamodbmigrations.launch;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dynamodbmigrations.problem.ProblemException;
import java.util.Objects;
import org.junit.jupiter.api.function.Executable;

/** What users read when something is refused. */
final class Refusals {
    private Refusals() {}

    static String of(Executable action) {
        return Objects.requireNonNull(
                assertThrows(ProblemException.class, action).getMessage());
    }
}
