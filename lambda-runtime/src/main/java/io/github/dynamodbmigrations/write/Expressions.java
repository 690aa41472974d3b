package io.github.dynamodbmigrations.write;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The expressions of one write, with everything that they refer to.
 *
 * @param condition what must hold
 * @param update what to set and remove; empty for a delete
 * @param names attribute names by placeholder
 * @param values values by placeholder
 */
public record Expressions(
        String condition, String update, Map<String, String> names, Map<String, AttributeValue> values) {
    private static final int MOST_OPERATORS = 300;
    private static final int MOST_BYTES = 4096;

    /** Whether DynamoDB takes expressions of this length. */
    public boolean fit() {
        // Few characters hold no more operators.
        return (condition.length() <= MOST_OPERATORS || OperatorCount.in(condition) <= MOST_OPERATORS)
                && bytes(condition) <= MOST_BYTES
                && bytes(update) <= MOST_BYTES;
    }

    private static int bytes(String expression) {
        return expression.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Shows no values. */
    @Override
    public String toString() {
        return update + " if " + condition;
    }
}
