package io.github.dynamodbmigrations.integration.fault;

import static io.github.dynamodbmigrations.integration.fault.ShopTable.key;

import io.github.dynamodbmigrations.integration.fault.Operation.Kind;
import io.github.dynamodbmigrations.integration.fault.Operation.Outcome;
import io.github.dynamodbmigrations.integration.fault.ShopTable.Answer;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Works on accounts while each is given 1,000.
 *
 * @param table its table
 * @param writing how it writes
 */
record AccountsApplication(ShopTable table, Writing writing) implements Application {
    private static final String PREFIX = "CUSTOMER#";
    private static final Set<String> KNOWN = Set.of("pk", "sk", "balance", "tags", "note", "version");

    /** How an application writes. */
    enum Writing {
        /** By UpdateItem, so that attributes which it does not know stay. */
        UPDATES,
        /** Reads an item and puts it back as a whole, whatever has happened meanwhile. */
        PUTS,
        /** Puts the attributes that it knows, if the version is the one that it has read. */
        VERSIONED_PUTS
    }

    @Override
    public Set<Kind> operations() {
        var operations = EnumSet.of(Kind.ADD, Kind.APPEND, Kind.SET, Kind.DELETE);
        if (writing == Writing.VERSIONED_PUTS) {
            operations.add(Kind.INSERT);
        }
        return operations;
    }

    @Override
    public boolean isExclusive() {
        return writing != Writing.UPDATES;
    }

    @Override
    public BigDecimal effect() {
        return BigDecimal.valueOf(1_000);
    }

    @Override
    public String text(Kind kind, String token) {
        return "note " + token;
    }

    @Override
    public Outcome apply(Kind kind, String id, String value) {
        var account = key(PREFIX + id, "ACCOUNT");
        if (kind == Kind.INSERT) {
            return table.insert(AccountsFixture.account(id, value)).outcome();
        }
        return writing == Writing.UPDATES ? update(kind, account, value) : put(kind, account, value);
    }

    private Outcome update(Kind kind, Map<String, AttributeValue> account, String value) {
        var exists = "attribute_exists(pk)";
        return (switch (kind) {
                    case ADD ->
                        table.update(account, "ADD balance :v", exists, Map.of(":v", AttributeValue.fromN(value)));
                    case APPEND ->
                        table.update(
                                account, "ADD tags :v", exists, Map.of(":v", AttributeValue.fromSs(List.of(value))));
                    case SET ->
                        table.update(account, "SET note = :v", exists, Map.of(":v", AttributeValue.fromS(value)));
                    case DELETE -> table.delete(account, exists);
                    case INSERT, PUT -> throw new IllegalArgumentException(kind + " is not what it does");
                })
                .outcome();
    }

    private Outcome put(Kind kind, Map<String, AttributeValue> key, String value) {
        var read = table.get(key);
        if (read.isEmpty()) {
            return Outcome.FAIL;
        }
        if (kind == Kind.DELETE) {
            return delete(key, read).outcome();
        }
        var account = new HashMap<>(read);
        switch (kind) {
            case ADD ->
                account.put(
                        "balance",
                        AttributeValue.fromN(new Attributes(read)
                                .number("balance")
                                .add(new BigDecimal(value))
                                .toPlainString()));
            case APPEND -> {
                var tags = new HashSet<>(new Attributes(read).texts("tags"));
                tags.add(value);
                account.put("tags", AttributeValue.fromSs(tags.stream().toList()));
            }
            case SET -> account.put("note", AttributeValue.fromS(value));
            case DELETE, INSERT, PUT -> throw new IllegalArgumentException(kind + " is not what it does");
        }
        return put(account, read).outcome();
    }

    private Answer delete(Map<String, AttributeValue> key, Map<String, AttributeValue> read) {
        return writing == Writing.PUTS
                ? table.delete(key, "attribute_exists(pk)")
                : table.delete(key, "version = :read", version(read));
    }

    private Answer put(Map<String, AttributeValue> account, Map<String, AttributeValue> read) {
        if (writing == Writing.PUTS) {
            return table.put(account);
        }
        account.keySet().retainAll(KNOWN);
        var next = new Attributes(read).number("version").add(BigDecimal.ONE);
        account.put("version", AttributeValue.fromN(next.toPlainString()));
        return table.put(account, "version = :read", version(read));
    }

    private static Map<String, AttributeValue> version(Map<String, AttributeValue> read) {
        return Map.of(
                ":read",
                AttributeValue.fromN(new Attributes(read).number("version").toPlainString()));
    }

    @Override
    public Optional<String> id(String partition, String sort) {
        return sort.equals("ACCOUNT") ? Optional.of(partition.substring(PREFIX.length())) : Optional.empty();
    }

    @Override
    public Optional<Thing> thing(Map<String, AttributeValue> item) {
        var account = new Attributes(item);
        return Optional.of(new Thing(account.number("balance"), account.texts("tags"), account.text("note"), true));
    }
}
