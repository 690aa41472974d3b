package io.github.dynamodbmigrations.lambda;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An event as the Lambda runtime has read it from JSON.
 *
 * @param fields its fields; values are texts, numbers, booleans, maps and lists
 */
record Event(Map<?, ?> fields) {
    Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name)).map(Object::toString).filter(text -> !text.isEmpty());
    }

    String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("the event has no field " + name));
    }

    boolean has(String name) {
        return fields.get(name) != null;
    }

    /** A whole number: custom resources and some engines write them as texts, or with a fraction of zero. */
    long number(String name) {
        return new BigDecimal(text(name)).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    long number(String name, long otherwise) {
        return find(name).isPresent() ? number(name) : otherwise;
    }

    boolean is(String name) {
        return find(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** The event in a field; empty if there is none. */
    Event event(String name) {
        return new Event(fields.get(name) instanceof Map<?, ?> map ? map : Map.of());
    }

    /** All fields as they are. */
    Map<String, Object> all() {
        var all = new HashMap<String, Object>();
        fields.forEach((name, value) -> all.put(String.valueOf(name), value));
        return all;
    }

    /** All fields as texts. */
    Map<String, String> texts() {
        var texts = new HashMap<String, String>();
        fields.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
        return texts;
    }
}
