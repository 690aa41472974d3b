package io.github.dynamodbmigrations.history;

/**
 * Tells a history from every other one. Random, made with the history, and never changed.
 *
 * @param value eight hexadecimal digits
 */
public record HistoryId(String value) {
    /** Stands for the id of a history that has not begun. */
    public static final HistoryId NONE = new HistoryId("00000000");

    /** Checks the form: it becomes part of attribute names. */
    public HistoryId {
        if (!value.matches("[0-9a-f]{8}")) {
            throw new IllegalArgumentException("a history's id has eight hexadecimal digits: " + value);
        }
    }

    private static final String GUARD = "_dm_";
    private static final int DIGITS = 8;

    /** Whether an attribute is the guard of some history. */
    public static boolean isGuard(String attribute) {
        return attribute.length() == GUARD.length() + DIGITS
                && attribute.startsWith(GUARD)
                && attribute.substring(GUARD.length()).matches("[0-9a-f]*");
    }

    /** The attribute of items that holds the last rank of this history that was applied under a guard. */
    public String guardAttribute() {
        return GUARD + value;
    }
}
