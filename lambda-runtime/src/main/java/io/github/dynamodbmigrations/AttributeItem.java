package io.github.dynamodbmigrations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item that is only its attributes. */
record AttributeItem(Map<String, AttributeValue> attributes) implements Item {
    @Override
    public Optional<AttributeValue> get(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    @Override
    public Item with(String name, AttributeValue value) {
        var changed = new HashMap<>(attributes);
        changed.put(name, value);
        return new AttributeItem(Map.copyOf(changed));
    }

    @Override
    public Item without(String... names) {
        var changed = new HashMap<>(attributes);
        changed.keySet().removeAll(List.of(names));
        return new AttributeItem(Map.copyOf(changed));
    }

    /** Shows names only: values are item data. */
    @Override
    public String toString() {
        return "item" + attributes.keySet().stream().sorted().toList();
    }
}
