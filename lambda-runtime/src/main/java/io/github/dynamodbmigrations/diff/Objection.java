package io.github.dynamodbmigrations.diff;

/**
 * Why an item is left alone.
 *
 * @param code the stable code
 * @param reason in words, without item data unless the author put it there
 */
public record Objection(RejectCode code, String reason) {
    /** An objection in the code's own words. */
    public static Objection to(RejectCode code) {
        return new Objection(code, code.text());
    }

    /**
     * An objection to one attribute.
     *
     * @param code the code
     * @param attribute the attribute's name
     * @return the objection, naming it
     */
    public static Objection at(RejectCode code, String attribute) {
        return new Objection(code, "attribute '" + attribute + "': " + code.text());
    }
}
