package io.github.dynamodbmigrations.integration.fault;

import static io.github.dynamodbmigrations.integration.fault.ShopTable.key;

import io.github.dynamodbmigrations.integration.fault.Operation.Kind;
import io.github.dynamodbmigrations.integration.fault.Operation.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Works on accounts of points while V0004 gives 500 to each; it only updates, as V0004 declares. */
record PointsApplication(ShopTable table) implements Application {
    private static final String PREFIX = "CUSTOMER#";

    @Override
    public Set<Kind> operations() {
        return Set.of(Kind.ADD, Kind.APPEND);
    }

    @Override
    public BigDecimal effect() {
        return BigDecimal.valueOf(500);
    }

    @Override
    public String text(Kind kind, String token) {
        return "";
    }

    @Override
    public Outcome apply(Kind kind, String id, String value) {
        var account = key(PREFIX + id, "POINTS");
        var exists = "attribute_exists(pk)";
        return switch (kind) {
            case ADD ->
                table.update(account, "ADD balance :v", exists, Map.of(":v", AttributeValue.fromN(value)))
                        .outcome();
            case APPEND ->
                table.update(account, "ADD tags :v", exists, Map.of(":v", AttributeValue.fromSs(List.of(value))))
                        .outcome();
            case SET, INSERT, DELETE, PUT -> throw new IllegalArgumentException(kind + " is not what it does");
        };
    }

    @Override
    public Optional<String> id(String partition, String sort) {
        return sort.equals("POINTS") ? Optional.of(partition.substring(PREFIX.length())) : Optional.empty();
    }

    @Override
    public Optional<Thing> thing(Map<String, AttributeValue> item) {
        var account = new Attributes(item);
        return Optional.of(new Thing(account.number("balance"), account.texts("tags"), "", true));
    }
}
