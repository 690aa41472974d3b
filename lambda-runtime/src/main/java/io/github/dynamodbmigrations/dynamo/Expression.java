package io.github.dynamodbmigrations.dynamo;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An update or condition over the history's attributes. Each {@code #name} in it stands for the attribute of that name.
 *
 * @param text the expression
 * @param values its values, by {@code :name}
 */
record Expression(String text, Map<String, AttributeValue> values) {
    /** No expression: as a condition, none; as a filter, everything. */
    static final Expression NOTHING = new Expression("", Map.of());

    private static final Pattern NAME = Pattern.compile("#(\\w+)");

    Expression {
        values = Map.copyOf(values);
    }

    static Expression of(String text) {
        return new Expression(text, Map.of());
    }

    /** This, and more text behind it. */
    Expression then(String more) {
        return new Expression(text + more, values);
    }

    Expression with(String name, AttributeValue value) {
        var more = new HashMap<>(values);
        more.put(name, value);
        return new Expression(text, more);
    }

    Expression with(String name, String value) {
        return with(name, AttributeValue.fromS(value));
    }

    Expression with(String name, long value) {
        return with(name, AttributeValue.fromN(Long.toString(value)));
    }

    Expression with(String name, boolean value) {
        return with(name, AttributeValue.fromBool(value));
    }

    /** Both, with the names and values of both. */
    Map<String, AttributeValue> valuesWith(Expression other) {
        var all = new HashMap<>(values);
        all.putAll(other.values);
        return all;
    }

    /** The attributes that this and another expression refer to, by their placeholders. */
    Map<String, String> namesWith(Expression other) {
        var names = new HashMap<String, String>();
        NAME.matcher(text + " " + other.text).results().forEach(found -> names.put(found.group(), found.group(1)));
        return names;
    }
}
