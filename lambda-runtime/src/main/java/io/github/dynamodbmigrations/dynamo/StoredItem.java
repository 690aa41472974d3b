package io.github.dynamodbmigrations.dynamo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads attributes of an item, or of a map in it. */
record StoredItem(Map<String, AttributeValue> attributes) {
    boolean has(String name) {
        return attributes.containsKey(name);
    }

    AttributeValue value(String name) {
        var value = attributes.get(name);
        if (value == null) {
            throw new IllegalStateException("an item of the history lacks its attribute '" + name + "'");
        }
        return value;
    }

    String text(String name) {
        return value(name).s();
    }

    long number(String name) {
        return Long.parseLong(value(name).n());
    }

    boolean flag(String name) {
        return value(name).bool();
    }

    Instant instant(String name) {
        return Instant.parse(text(name));
    }

    StoredItem map(String name) {
        return new StoredItem(value(name).m());
    }

    List<AttributeValue> list(String name) {
        return value(name).l();
    }

    Optional<String> maybeText(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
    }

    Optional<Long> maybeNumber(String name) {
        return Optional.ofNullable(attributes.get(name)).map(value -> Long.valueOf(value.n()));
    }

    Optional<StoredItem> maybeMap(String name) {
        return Optional.ofNullable(attributes.get(name)).map(value -> new StoredItem(value.m()));
    }
}
