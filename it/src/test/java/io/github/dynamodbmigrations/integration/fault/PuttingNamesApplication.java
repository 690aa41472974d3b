package io.github.dynamodbmigrations.integration.fault;

import io.github.dynamodbmigrations.integration.fault.Operation.Kind;
import io.github.dynamodbmigrations.integration.fault.Operation.Outcome;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Every kind of writer: besides updates, it reads a customer, changes it and puts it back unconditionally. */
record PuttingNamesApplication(NamesApplication names) implements Application {
    @Override
    public ShopTable table() {
        return names.table();
    }

    @Override
    public Set<Kind> operations() {
        return EnumSet.allOf(Kind.class);
    }

    @Override
    public boolean isExclusive() {
        return true;
    }

    @Override
    public String text(Kind kind, String token) {
        return names.text(kind, token);
    }

    @Override
    public Outcome apply(Kind kind, String id, String value) {
        return kind == Kind.PUT ? put(NamesApplication.keyOf(id), value) : names.apply(kind, id, value);
    }

    private Outcome put(Map<String, AttributeValue> key, String value) {
        var read = table().get(key);
        if (read.isEmpty()) {
            return Outcome.FAIL;
        }
        var customer = new HashMap<>(read);
        var visits = new Attributes(read).number("visits").add(new BigDecimal(value));
        customer.put("visits", AttributeValue.fromN(visits.toPlainString()));
        return table().put(customer).outcome();
    }

    @Override
    public Optional<String> id(String partition, String sort) {
        return names.id(partition, sort);
    }

    @Override
    public Optional<Thing> thing(Map<String, AttributeValue> item) {
        return names.thing(item);
    }
}
