package io.github.dynamodbmigrations.integration.fault;

import static io.github.dynamodbmigrations.integration.fault.ShopTable.key;

import io.github.dynamodbmigrations.integration.fault.Operation.Kind;
import io.github.dynamodbmigrations.integration.fault.Operation.Outcome;
import io.github.dynamodbmigrations.integration.fault.ShopTable.Answer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Works on orders while V0003 moves them: it goes to the old key first, and from a tombstone to the new one. */
record OrdersApplication(ShopTable table) implements Application {
    private static final String PREFIX = "ORDER#";
    private static final String UNMOVED = "attribute_exists(pk) AND attribute_not_exists(movedTo)";

    @Override
    public Set<Kind> operations() {
        return EnumSet.complementOf(EnumSet.of(Kind.PUT));
    }

    @Override
    public String text(Kind kind, String token) {
        return "AT-" + token;
    }

    @Override
    public Outcome apply(Kind kind, String id, String value) {
        return switch (kind) {
            case ADD -> update(id, "ADD revision :v", AttributeValue.fromN(value));
            case APPEND ->
                update(
                        id,
                        "SET notes = list_append(notes, :v)",
                        AttributeValue.fromL(List.of(AttributeValue.fromS(value))));
            case SET -> update(id, "SET #s = :v", AttributeValue.fromS(value));
            case DELETE -> wherever(id, table::delete);
            case INSERT -> insert(id, value);
            case PUT -> throw new IllegalArgumentException(kind + " is not what it does");
        };
    }

    @Override
    public Optional<String> id(String partition, String sort) {
        return partition.startsWith(PREFIX)
                ? Optional.of(partition.substring(PREFIX.length()))
                : sort.startsWith(PREFIX) ? Optional.of(sort.substring(PREFIX.length())) : Optional.empty();
    }

    @Override
    public Optional<Thing> thing(Map<String, AttributeValue> item) {
        var order = new Attributes(item);
        if (order.has("movedTo")) {
            return Optional.empty();
        }
        var isNew = order.text("sk").startsWith(PREFIX);
        return Optional.of(new Thing(order.number("revision"), order.texts("notes"), order.text("status"), isNew));
    }

    private Outcome update(String id, String update, AttributeValue value) {
        return wherever(id, (key, condition) -> table.update(key, update, condition, Map.of(":v", value)));
    }

    private Outcome wherever(String id, BiFunction<Map<String, AttributeValue>, String, Answer> write) {
        var old = write.apply(key(PREFIX + id, "ORDER"), UNMOVED);
        if (!old.refusedBy().containsKey("movedTo")) {
            return old.outcome();
        }
        return write.apply(key(old.refusedBy().get("movedTo").s(), PREFIX + id), UNMOVED)
                .outcome();
    }

    private Outcome insert(String id, String status) {
        var order = new HashMap<>(key(PREFIX + id, "ORDER"));
        order.put("customerId", AttributeValue.fromS("00001"));
        order.put("placedOn", AttributeValue.fromS("2026-11-24"));
        order.put("status", AttributeValue.fromS(status));
        order.put("revision", AttributeValue.fromN("0"));
        order.put("notes", AttributeValue.fromL(List.of()));
        return table.insert(order).outcome();
    }
}
