package io.github.dynamodbmigrations.integration.fault;

import static io.github.dynamodbmigrations.integration.fault.ShopTable.key;

import io.github.dynamodbmigrations.integration.fault.Operation.Kind;
import io.github.dynamodbmigrations.integration.fault.Operation.Outcome;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Works on customers while V0002 splits their names; it renames a customer in the shape that it finds. */
record NamesApplication(ShopTable table) implements Application {
    private static final String PREFIX = "CUSTOMER#";

    static Map<String, AttributeValue> keyOf(String id) {
        return key(PREFIX + id, "PROFILE");
    }

    @Override
    public Set<Kind> operations() {
        return EnumSet.complementOf(EnumSet.of(Kind.PUT));
    }

    @Override
    public String text(Kind kind, String token) {
        return "Ada" + token + " Byron King";
    }

    @Override
    public Outcome apply(Kind kind, String id, String value) {
        var customer = keyOf(id);
        var exists = "attribute_exists(pk)";
        return switch (kind) {
            case ADD ->
                table.update(customer, "ADD visits :v", exists, Map.of(":v", AttributeValue.fromN(value)))
                        .outcome();
            case APPEND ->
                table.update(customer, "ADD tags :v", exists, Map.of(":v", AttributeValue.fromSs(List.of(value))))
                        .outcome();
            case SET -> rename(customer, value);
            case DELETE -> table.delete(customer, exists).outcome();
            case INSERT -> insert(customer, value);
            case PUT -> throw new IllegalArgumentException(kind + " is not what it does");
        };
    }

    @Override
    public Optional<String> id(String partition, String sort) {
        return sort.equals("PROFILE") ? Optional.of(partition.substring(PREFIX.length())) : Optional.empty();
    }

    @Override
    public Optional<Thing> thing(Map<String, AttributeValue> item) {
        var customer = new Attributes(item);
        var isOld = customer.has("fullName");
        var name = isOld ? customer.text("fullName") : customer.text("firstName") + " " + customer.text("lastName");
        return Optional.of(new Thing(customer.number("visits"), customer.texts("tags"), name, !isOld));
    }

    private Outcome rename(Map<String, AttributeValue> customer, String name) {
        var old = table.update(
                customer, "SET fullName = :v", "attribute_exists(fullName)", Map.of(":v", AttributeValue.fromS(name)));
        if (old.outcome() != Outcome.FAIL || old.refusedBy().isEmpty()) {
            return old.outcome();
        }
        var names = name.split(" ", 2);
        return table.update(
                        customer,
                        "SET firstName = :first, lastName = :last",
                        "attribute_exists(firstName)",
                        Map.of(":first", AttributeValue.fromS(names[0]), ":last", AttributeValue.fromS(names[1])))
                .outcome();
    }

    private Outcome insert(Map<String, AttributeValue> key, String name) {
        var customer = new HashMap<>(key);
        customer.put("fullName", AttributeValue.fromS(name));
        return table.insert(customer).outcome();
    }
}
