package io.github.dynamodbmigrations.scan;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A filter expression with everything it refers to.
 *
 * @param expression the expression; empty selects everything
 * @param names attribute names by placeholder ({@code #s})
 * @param values values by placeholder ({@code :v})
 */
public record Filter(String expression, Map<String, String> names, Map<String, AttributeValue> values) {
    /** Selects everything. */
    public static final Filter NONE = new Filter("", Map.of(), Map.of());

    /** Copies the maps. */
    public Filter {
        names = Map.copyOf(names);
        values = Map.copyOf(values);
    }

    /** Whether it selects everything. */
    public boolean isEmpty() {
        return expression.isEmpty();
    }
}
