package io.github.dynamodbmigrations.launch;

import io.github.dynamodbmigrations.sam.TableShape;
import java.util.Map;

/**
 * An item of a fixture file.
 *
 * @param at where it stands
 * @param json the item as DynamoDB writes it
 * @param types by attribute, its type
 */
record FixtureItem(FixtureLine at, String json, Map<String, String> types) {
    /** Stops unless it has the keys of a table, of the right types, and no wrong ones of its indexes. */
    void requireKeysOf(TableShape shape) {
        for (var key : shape.keys()) {
            if (!types.containsKey(key.attribute())) {
                throw at.problem("lacks key attribute " + key.attribute());
            }
        }
        shape.attributeTypes().forEach((attribute, type) -> {
            var found = types.getOrDefault(attribute, type);
            if (!found.equals(type)) {
                throw at.problem("has key attribute " + attribute + " as " + found + ", where the table has " + type);
            }
        });
    }
}
