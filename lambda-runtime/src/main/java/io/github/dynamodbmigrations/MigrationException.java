package io.github.dynamodbmigrations;

/**
 * The root of everything that this library throws. Its message is one line that begins with a stable code, and holds no
 * item data.
 */
public class MigrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * Makes an exception.
     *
     * @param code a stable code, such as {@code DM402}, explained in docs/problems.md
     * @param message what happened, where, the facts of both sides, and the way out, in one line
     */
    public MigrationException(String code, String message) {
        super(code + " " + message);
        this.code = code;
    }

    /** The stable code. */
    public final String code() {
        return code;
    }
}
