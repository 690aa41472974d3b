package io.github.dynamodbmigrations.model;

/**
 * Something that the user has to mend, as one line: code, what, where, and the way out.
 *
 * @param code what kind of problem it is; stable
 * @param what what is wrong, with the facts of both sides
 * @param where the class, file or parameter
 * @param remedy the way out, as an edit or a command
 */
public record Problem(ProblemCode code, String what, String where, String remedy) {
    /** The one line that users see. */
    public String line() {
        return code.code() + " " + what + ": " + where + ". " + remedy;
    }
}
