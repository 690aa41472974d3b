package io.github.dynamodbmigrations;

/** An attribute exists, but is of another type than the one asked for. */
public final class AttributeTypeException extends MigrationException {
    private static final long serialVersionUID = 1L;

    /** The stable code of this exception. */
    public static final String CODE = "DM402";

    AttributeTypeException(String attribute, String found, String wanted) {
        super(
                CODE,
                "attribute '" + attribute + "' is of type " + found + ", not " + wanted
                        + "; read it with get() or return Change.reject()");
    }
}
