package io.github.dynamodbmigrations.launch;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dynamodbmigrations.problem.ProblemException;
import java.util.Objects;
import org.junit.jupiter.api.function.Executable;

/** What users read when something is refused. */
public final class Refusals {
    private Refusals() {}

    /** The message of what is thrown. */
    public static String of(Executable action) {
        return Objects.requireNonNull(
                assertThrows(ProblemException.class, action).getMessage());
    }
}
