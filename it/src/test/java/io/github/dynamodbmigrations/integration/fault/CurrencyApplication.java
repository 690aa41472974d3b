package io.github.dynamodbmigrations.integration.fault;

import static io.github.dynamodbmigrations.integration.fault.ShopTable.key;

import io.github.dynamodbmigrations.integration.fault.Operation.Kind;
import io.github.dynamodbmigrations.integration.fault.Operation.Outcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Works on orders while V0001 adds their currency; it already writes one itself, and reads a missing one as euros. */
record CurrencyApplication(ShopTable table) implements Application {
    private static final String PREFIX = "ORDER#";

    @Override
    public Set<Kind> operations() {
        return EnumSet.complementOf(EnumSet.of(Kind.PUT));
    }

    @Override
    public String text(Kind kind, String token) {
        return kind == Kind.INSERT ? "EUR" : "X-" + token;
    }

    @Override
    public Outcome apply(Kind kind, String id, String value) {
        var order = key(PREFIX + id, "ORDER");
        var exists = "attribute_exists(pk)";
        return switch (kind) {
            case ADD ->
                table.update(order, "ADD revision :v", exists, Map.of(":v", AttributeValue.fromN(value)))
                        .outcome();
            case APPEND ->
                table.update(
                                order,
                                "SET notes = list_append(notes, :v)",
                                exists,
                                Map.of(":v", AttributeValue.fromL(List.of(AttributeValue.fromS(value)))))
                        .outcome();
            case SET ->
                table.update(order, "SET currency = :v", exists, Map.of(":v", AttributeValue.fromS(value)))
                        .outcome();
            case DELETE -> table.delete(order, exists).outcome();
            case INSERT ->
                table.insert(Map.of(
                                "pk", order.get("pk"),
                                "sk", order.get("sk"),
                                "customerId", AttributeValue.fromS("00001"),
                                "revision", AttributeValue.fromN("0"),
                                "notes", AttributeValue.fromL(List.of())))
                        .outcome();
            case PUT -> throw new IllegalArgumentException(kind + " is not what it does");
        };
    }

    @Override
    public Optional<String> id(String partition, String sort) {
        return partition.startsWith(PREFIX) ? Optional.of(partition.substring(PREFIX.length())) : Optional.empty();
    }

    @Override
    public Optional<Thing> thing(Map<String, AttributeValue> item) {
        var order = new Attributes(item);
        var currency = order.has("currency") ? order.text("currency") : "EUR";
        return Optional.of(new Thing(order.number("revision"), order.texts("notes"), currency, order.has("currency")));
    }
}
