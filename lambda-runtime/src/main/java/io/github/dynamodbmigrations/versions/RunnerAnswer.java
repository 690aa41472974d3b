package io.github.dynamodbmigrations.versions;

import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.FailureCode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user's function has come to.
 *
 * @param version the version that it has reached, or was to reach; empty if nobody says
 * @param cause why it did not succeed; empty if it did
 */
public record RunnerAnswer(Optional<Long> version, Optional<Cause> cause) {
    private static final String WAY_OUT = " See its log, mend it, and start the version machine again.";

    /**
     * Reads what it answered. The version that it names wins over the one that it was asked for.
     *
     * @param runner the function
     * @param answer what it answered
     * @param asked the version that it was asked for
     * @return what that comes to
     */
    public static RunnerAnswer of(String runner, @Nullable Object answer, Optional<Long> asked) {
        if (!(answer instanceof Map<?, ?> fields)) {
            return unclear(runner, "an answer that is no object", asked);
        }
        var version = Target.number(fields.get(Target.FIELD)).or(() -> asked);
        var status = fields.get("status");
        if ("FAILED".equals(status)) {
            var error = fields.get("error");
            var says = error == null ? "FAILED" : "FAILED: " + error;
            return new RunnerAnswer(version, Optional.of(failed(runner, says)));
        }
        if (!"SUCCEEDED".equals(status)) {
            return unclear(runner, "a status that is neither SUCCEEDED nor FAILED", version);
        }
        if (fields.containsKey(Target.FIELD)
                && Target.number(fields.get(Target.FIELD)).isEmpty()) {
            return unclear(runner, "a targetVersion that is no whole number from 0", asked);
        }
        return version.isEmpty()
                ? unclear(runner, "no targetVersion", version)
                : new RunnerAnswer(version, Optional.empty());
    }

    /**
     * What comes of a call without an answer.
     *
     * @param runner the function
     * @param says what Step Functions says of it
     * @param asked the version that it was asked for
     * @return a failure
     */
    public static RunnerAnswer thrown(String runner, String says, Optional<Long> asked) {
        return new RunnerAnswer(asked, Optional.of(failed(runner, says)));
    }

    private static Cause failed(String runner, String says) {
        return cause(
                FailureCode.RUNNER_FAILED, "function did not migrate: " + runner + ". It says " + says + "." + WAY_OUT);
    }

    private static RunnerAnswer unclear(String runner, String what, Optional<Long> version) {
        return new RunnerAnswer(
                version,
                Optional.of(cause(
                        FailureCode.RUNNER_ANSWER,
                        "function's answer is not understood: " + runner + ". It has " + what
                                + ", and needs a status, SUCCEEDED or FAILED, and a targetVersion." + WAY_OUT)));
    }

    private static Cause cause(FailureCode code, String rest) {
        return new Cause(code.code(), code.code() + " " + rest);
    }
}
