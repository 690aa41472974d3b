package io.github.dynamodbmigrations.history;

import io.github.dynamodbmigrations.MigrationException;

/**
 * Why a run ended without success.
 *
 * @param code a stable code
 * @param message one line, without item data
 */
public record Cause(String code, String message) {
    private static final int LONGEST = 1_000;

    /** Keeps the message to one line of bounded length. */
    public Cause {
        message = message.replaceAll("\\s*[\\r\\n]+\\s*", " ");
        message = message.length() <= LONGEST ? message : message.substring(0, LONGEST - 3) + "...";
    }

    /** To be thrown by whoever has waited for it. */
    public MigrationException exception() {
        return new MigrationException(
                code, message.startsWith(code + " ") ? message.substring(code.length() + 1) : message);
    }

    /** What an exception of ours says. */
    public static Cause of(MigrationException exception) {
        return new Cause(exception.code(), String.valueOf(exception.getMessage()));
    }
}
