package io.github.dynamodbmigrations.scan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The names and values that a request's expressions refer to; nothing is ever written into an expression itself. */
public final class Placeholders {
    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, AttributeValue> values = new LinkedHashMap<>();
    private int count;

    /** An attribute's placeholder, the same for the same attribute. */
    public String name(String attribute) {
        return aliases.computeIfAbsent(attribute, added -> {
            var alias = unused("#dm");
            names.put(alias, added);
            return alias;
        });
    }

    /** A value's placeholder. */
    public String value(AttributeValue value) {
        var alias = unused(":dm");
        values.put(alias, value);
        return alias;
    }

    /**
     * A filter, whose own placeholders are taken over. To be added before anything else.
     *
     * @param filter the filter; not the one that selects everything
     * @return its expression, in brackets
     */
    public String filter(Filter filter) {
        names.putAll(filter.names());
        values.putAll(filter.values());
        return "(" + filter.expression() + ")";
    }

    /** Attribute names by placeholder. */
    public Map<String, String> names() {
        return Map.copyOf(names);
    }

    /** Values by placeholder. */
    public Map<String, AttributeValue> values() {
        return Map.copyOf(values);
    }

    private String unused(String start) {
        String alias;
        do {
            alias = start + Integer.toString(count++, Character.MAX_RADIX);
        } while (names.containsKey(alias) || values.containsKey(alias));
        return alias;
    }
}
