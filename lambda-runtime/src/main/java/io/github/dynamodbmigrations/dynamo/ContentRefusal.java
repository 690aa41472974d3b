package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.diff.RejectCode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a ValidationException says of an item. Its message may quote item data, so that it is never kept: only what it
 * means is.
 */
final class ContentRefusal {
    private static final Map<String, RejectCode> MEANINGS = new LinkedHashMap<>();

    static {
        MEANINGS.put("expression size has exceeded", RejectCode.EXPRESSION_TOO_LARGE);
        MEANINGS.put("too many operators", RejectCode.EXPRESSION_TOO_LARGE);
        MEANINGS.put("item size", RejectCode.TOO_LARGE);
        MEANINGS.put("transaction request cannot be larger", RejectCode.TRANSACTION_TOO_LARGE);
        MEANINGS.put("index key", RejectCode.INDEX_KEY);
        MEANINGS.put("key element does not match", RejectCode.PUT_KEY);
        MEANINGS.put("numeric value", RejectCode.NUMBER);
        MEANINGS.put("into a number", RejectCode.NUMBER);
        MEANINGS.put("38 digits", RejectCode.NUMBER);
        MEANINGS.put("number overflow", RejectCode.NUMBER);
        MEANINGS.put("number underflow", RejectCode.NUMBER);
        MEANINGS.put("significant digits", RejectCode.NUMBER);
        MEANINGS.put("attributevalue is empty", RejectCode.VALUE);
        MEANINGS.put("empty attribute name", RejectCode.VALUE);
        MEANINGS.put("contains duplicates", RejectCode.DUPLICATE_IN_SET);
        MEANINGS.put("may not be empty", RejectCode.EMPTY_SET);
        MEANINGS.put("nesting level", RejectCode.TOO_DEEP);
    }

    private ContentRefusal() {}

    /** Whether a message is about an expression of the run, and so about every item of it. */
    static boolean isOfExpression(String message) {
        return !meaning(message).equals(RejectCode.EXPRESSION_TOO_LARGE)
                && (message.matches("(?s)Invalid \\w+Expression.*")
                        || message.contains("unused in expressions")
                        || message.startsWith("ExpressionAttributeNames")
                        || message.contains("Filter Expression can only contain"));
    }

    static RejectCode meaning(String message) {
        var lower = message.toLowerCase(Locale.ROOT);
        return MEANINGS.entrySet().stream()
                .filter(meaning -> lower.contains(meaning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(RejectCode.REFUSED_BY_SERVICE);
    }
}
