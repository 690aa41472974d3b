package io.github.dynamodbmigrations.integration.fault;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads an item as the application does: what is missing is zero or empty. */
record Attributes(Map<String, AttributeValue> item) {
    boolean has(String name) {
        return item.containsKey(name);
    }

    String text(String name) {
        return get(name).map(AttributeValue::s).orElse("");
    }

    BigDecimal number(String name) {
        return get(name).map(value -> new BigDecimal(value.n())).orElse(BigDecimal.ZERO);
    }

    /** The elements of a list or set of strings. */
    List<String> texts(String name) {
        return get(name).map(Attributes::elements).orElse(List.of());
    }

    private Optional<AttributeValue> get(String name) {
        return Optional.ofNullable(item.get(name));
    }

    private static List<String> elements(AttributeValue value) {
        return value.hasSs()
                ? value.ss()
                : value.l().stream().map(AttributeValue::s).toList();
    }
}
