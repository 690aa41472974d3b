package io.github.dynamodbmigrations.integration.fault;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.dynamodbmigrations.integration.fault.Operation.Kind;
import io.github.dynamodbmigrations.integration.fault.Operation.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The release of the application that is deployed while a migration runs: it reads and writes the old and the new shape
 * of one kind of thing.
 */
interface Application {
    /** Its table. */
    ShopTable table();

    /** What it does. */
    Set<Kind> operations();

    /** Whether each thing has one writer, so that writers that put whole items lose nothing to each other. */
    default boolean isExclusive() {
        return false;
    }

    /** What the migration adds to each counter. */
    default BigDecimal effect() {
        return BigDecimal.ZERO;
    }

    /** The text that an operation sets, made unique by the token. */
    String text(Kind kind, String token);

    /**
     * Writes.
     *
     * @param kind what to do
     * @param id of the thing
     * @param value what to add, append or set
     * @return what DynamoDB answered
     */
    Outcome apply(Kind kind, String id, String value);

    /** The thing whose key this is; empty for things of other kinds. */
    Optional<String> id(String partition, String sort);

    /** The thing that an item is; empty if it is none or only says where one has moved. */
    Optional<Thing> thing(Map<String, AttributeValue> item);

    /** All things of the table; one that is there twice is listed twice. */
    default Map<String, List<Thing>> read() {
        return table().items()
                .flatMap(item -> id(item).flatMap(id -> thing(item).map(thing -> Map.entry(id, thing))).stream())
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** The thing that an item belongs to. */
    default Optional<String> id(Map<String, AttributeValue> item) {
        var attributes = new Attributes(item);
        return id(attributes.text("pk"), attributes.text("sk"));
    }
}
