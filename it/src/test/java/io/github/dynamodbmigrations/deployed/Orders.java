package io.github.dynamodbmigrations.deployed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The table of the application, in the shape of before all migrations.
 *
 * @param client of DynamoDB
 * @param name the table's
 */
record Orders(DynamoDbClient client, String name) {
    private static final int BATCH = 25;

    /** A table of its own with so many orders. */
    static Orders create(int size) {
        var orders = new Orders(
                Cloud.dynamo(), "Orders-" + UUID.randomUUID().toString().substring(0, 8));
        orders.client.createTable(table -> table.tableName(orders.name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(KeySchemaElement.builder()
                        .attributeName("pk")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("pk")
                        .attributeType(ScalarAttributeType.S)
                        .build()));
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

    /** All orders by their ids. */
    Map<String, Map<String, AttributeValue>> read() {
        var all = new HashMap<String, Map<String, AttributeValue>>();
        for (var item : items()) {
            all.put(item.get("pk").s(), item);
        }
        return all;
    }

    long count(String attribute) {
        return items().stream().filter(item -> item.containsKey(attribute)).count();
    }

    private List<Map<String, AttributeValue>> items() {
        return new ArrayList<>(
                client.scanPaginator(request -> request.tableName(name).consistentRead(true)).items().stream()
                        .toList());
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("pk", AttributeValue.fromS(id));
    }
}
