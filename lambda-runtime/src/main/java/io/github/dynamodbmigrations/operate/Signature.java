package io.github.dynamodbmigrations.operate;

import io.github.dynamodbmigrations.history.FailureCode;

/**
 * Who does something to a history, and why.
 *
 * @param who who
 * @param why why; may be empty where nobody has to say it
 */
public record Signature(String who, String why) {
    /**
     * Stops unless it was said why.
     *
     * @param goal what was asked for
     * @throws io.github.dynamodbmigrations.MigrationException if it was not
     */
    public void requireReason(String goal) {
        if (why.isBlank()) {
            throw FailureCode.REASON_MISSING.exception("reason is missing: goal " + goal
                    + ". It changes what the history says, and the history keeps who did that and why: add"
                    + " -Ddynamodb-migrations.why=\"...\".");
        }
    }
}
