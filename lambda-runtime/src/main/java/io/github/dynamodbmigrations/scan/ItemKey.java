package io.github.dynamodbmigrations.scan;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A key, or an exclusive start key (which for an index holds the index's keys and the table's). Item data: its text form
 * shows no values.
 *
 * @param attributes values by name
 */
public record ItemKey(Map<String, AttributeValue> attributes) {
    /** Copies the attributes. */
    public ItemKey {
        attributes = Map.copyOf(attributes);
    }

    /**
     * The key of an item.
     *
     * @param image all attributes of the item
     * @param schema which of them are its key
     * @return its key
     */
    public static ItemKey of(Map<String, AttributeValue> image, KeySchema schema) {
        return of(image, schema.names());
    }

    /**
     * The place of an item, in a table or an index.
     *
     * @param image all attributes of the item
     * @param names which of them say where it is
     * @return its place
     */
    public static ItemKey of(Map<String, AttributeValue> image, Collection<String> names) {
        var key = new HashMap<String, AttributeValue>();
        for (var name : names) {
            var value = image.get(name);
            if (value == null) {
                throw new IllegalArgumentException("an item without its key attribute '" + name + "'");
            }
            key.put(name, value);
        }
        return new ItemKey(key);
    }

    @Override
    public String toString() {
        return "key" + attributes.keySet().stream().sorted().toList();
    }
}
