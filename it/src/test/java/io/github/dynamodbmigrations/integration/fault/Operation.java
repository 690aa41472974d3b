package io.github.dynamodbmigrations.integration.fault;

/**
 * One write of the application, as the application saw it.
 *
 * @param kind what it did
 * @param id of the thing written
 * @param value what was added, appended or set
 * @param outcome what DynamoDB answered
 */
record Operation(Kind kind, String id, String value, Outcome outcome) {
    /** What an operation does. */
    enum Kind {
        /** Adds a number to the counter. */
        ADD,
        /** Appends a token that nobody else ever writes. */
        APPEND,
        /** Gives it a new text; only the owner of a thing does. */
        SET,
        /** Makes a new thing, in the shape of before the migration. */
        INSERT,
        /** Deletes it; only its owner does. */
        DELETE,
        /** Adds a number to the counter by reading the thing, changing it and putting it back as a whole. */
        PUT
    }

    /** What DynamoDB answered. */
    enum Outcome {
        /** Acknowledged: it must show. */
        OK,
        /** Refused: it must not show. */
        FAIL,
        /** No answer: it may show. */
        INFO
    }
}
