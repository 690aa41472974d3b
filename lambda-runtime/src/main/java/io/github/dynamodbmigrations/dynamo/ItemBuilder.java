package io.github.dynamodbmigrations.dynamo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Collects attributes of an item, or of a map in it. */
final class ItemBuilder {
    private final Map<String, AttributeValue> attributes = new HashMap<>();

    ItemBuilder value(String name, AttributeValue value) {
        if (attributes.put(name, value) != null) {
            throw new IllegalArgumentException("a key of the history table has the name of another attribute: " + name);
        }
        return this;
    }

    ItemBuilder text(String name, String text) {
        return value(name, AttributeValue.fromS(text));
    }

    ItemBuilder number(String name, long number) {
        return value(name, AttributeValue.fromN(Long.toString(number)));
    }

    ItemBuilder flag(String name, boolean flag) {
        return value(name, AttributeValue.fromBool(flag));
    }

    ItemBuilder instant(String name, Instant instant) {
        return text(name, instant.toString());
    }

    ItemBuilder map(String name, Map<String, AttributeValue> map) {
        return value(name, AttributeValue.fromM(map));
    }

    ItemBuilder list(String name, List<AttributeValue> list) {
        return value(name, AttributeValue.fromL(list));
    }

    ItemBuilder maybeText(String name, Optional<String> text) {
        text.ifPresent(it -> text(name, it));
        return this;
    }

    ItemBuilder maybeNumber(String name, Optional<Long> number) {
        number.ifPresent(it -> number(name, it));
        return this;
    }

    ItemBuilder maybeMap(String name, Optional<Map<String, AttributeValue>> map) {
        map.ifPresent(it -> map(name, it));
        return this;
    }

    ItemBuilder all(Map<String, AttributeValue> more) {
        more.forEach(this::value);
        return this;
    }

    Map<String, AttributeValue> build() {
        return Map.copyOf(attributes);
    }
}
