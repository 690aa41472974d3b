package io.github.dynamodbmigrations.deployed;

import io.github.dynamodbmigrations.integration.OneKeyTable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The table of the application, in the shape of before all migrations.
 *
 * @param client of DynamoDB
 * @param name the table's
 */
record Orders(DynamoDbClient client, String name) {
    private static final int BATCH = 25;
    private static final int LARGEST_ITEM = 409_600;
    /** For names, for all values but the note's, and a few bytes more, yet too few for a currency. */
    private static final int ROOM_OF_ORDER = 60;

    /** A table of its own with so many orders. */
    static Orders create(int size) {
        return create(Cloud.dynamo(), size);
    }

    /** One wherever a client leads to. */
    static Orders create(DynamoDbClient client, int size) {
        var orders = new Orders(client, "Orders-" + UUID.randomUUID().toString().substring(0, 8));
        OneKeyTable.create(orders.client, orders.name, "pk");
        for (var start = 0; start < size; start += BATCH) {
            var writes = IntStream.range(start, Math.min(start + BATCH, size))
                    .mapToObj(Orders::order)
                    .map(order -> WriteRequest.builder()
                            .putRequest(put -> put.item(order))
                            .build())
                    .toList();
            orders.client.batchWriteItem(request -> request.requestItems(Map.of(orders.name, writes)));
        }
        return orders;
    }

    static String id(int number) {
        return "order-%05d".formatted(number);
    }

    private static Map<String, AttributeValue> order(int number) {
        return Map.of(
                "pk", AttributeValue.fromS(id(number)),
                "customer", AttributeValue.fromS("Ada Lovelace"),
                "total", AttributeValue.fromS("12.50"),
                "views", AttributeValue.fromN("0"));
    }

    /** What the application does, whatever the shape: one more view. */
    void view(String id) {
        client.updateItem(request -> request.tableName(name)
                .key(key(id))
                .updateExpression("ADD #v :one")
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeNames(Map.of("#v", "views"))
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
    }

    /** Gives an order's customer another name, in the shape of before the second migration. */
    void rename(String id, String customer) {
        client.updateItem(request -> request.tableName(name)
                .key(key(id))
                .updateExpression("SET customer = :c")
                .expressionAttributeValues(Map.of(":c", AttributeValue.fromS(customer))));
    }

    /** Gives an order a note after which there is no room for another attribute. */
    void fill(String id) {
        var note = "n".repeat(LARGEST_ITEM - ROOM_OF_ORDER);
        client.updateItem(request -> request.tableName(name)
                .key(key(id))
                .updateExpression("SET note = :n")
                .expressionAttributeValues(Map.of(":n", AttributeValue.fromS(note))));
    }

    /** Takes it back. */
    void empty(String id) {
        client.updateItem(request -> request.tableName(name).key(key(id)).updateExpression("REMOVE note"));
    }

    /**
     * An order as it is stored.
     *
     * @param texts its attributes, numbers as text
     */
    record Order(Map<String, String> texts) {
        static final String NONE = "none";

        static Order of(Map<String, AttributeValue> item) {
            var texts = new TreeMap<String, String>();
            item.forEach((name, value) -> texts.put(name, value.s() == null ? value.n() : value.s()));
            return new Order(texts);
        }

        String text(String attribute) {
            return texts.getOrDefault(attribute, NONE);
        }
    }

    /** All orders, in the order of their ids. */
    List<Order> read() {
        return client.scanPaginator(request -> request.tableName(name).consistentRead(true)).items().stream()
                .map(Order::of)
                .sorted(Comparator.comparing(order -> order.text("pk")))
                .toList();
    }

    Order read(String id) {
        return Order.of(
                client.getItem(request -> request.tableName(name).key(key(id)).consistentRead(true))
                        .item());
    }

    long count(String attribute) {
        return read().stream()
                .filter(order -> !order.text(attribute).equals(Order.NONE))
                .count();
    }

    /** How many orders are not as they were. */
    long changedSince(List<Order> then) {
        var unchanged = new HashSet<>(then);
        return read().stream().filter(order -> !unchanged.contains(order)).count();
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("pk", AttributeValue.fromS(id));
    }
}
