package io.github.dynamodbmigrations.versions;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.FailureCode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The version that is asked for. */
public final class Target {
    /** The field of an execution's input that names it, and of what a runner answers. */
    public static final String FIELD = "targetVersion";

    private Target() {}

    /**
     * Reads it from an execution's input.
     *
     * @param input the input, as the machine has read it from JSON
     * @return the version; empty if none is named
     * @throws io.github.dynamodbmigrations.MigrationException if something is named that is no version, or the input is no
     *     object: whoever starts the machine with a bare 7 does not mean the latest version
     */
    public static Optional<Long> of(@Nullable Object input) {
        if (!(input instanceof Map<?, ?> fields)) {
            throw bad("input is no object");
        }
        if (!fields.containsKey(FIELD)) {
            return Optional.empty();
        }
        return Optional.of(number(fields.get(FIELD)).orElseThrow(() -> bad("targetVersion is no version")));
    }

    private static MigrationException bad(String what) {
        return FailureCode.BAD_TARGET.exception(
                what + ": input of the version machine. Versions are whole numbers from 0."
                        + " Start it with {} for the latest version, or with {\"targetVersion\": 3}.");
    }

    /** A version, if a value of JSON is one: a number, not the text of one. */
    static Optional<Long> number(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return Optional.empty();
        }
        try {
            var version = new BigDecimal(number.toString()).longValueExact();
            return version < 0 ? Optional.empty() : Optional.of(version);
        } catch (ArithmeticException | NumberFormatException none) {
            return Optional.empty();
        }
    }
}
