package io.github.dynamodbmigrations.bench;

import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.integration.OneKeyTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * A table whose items carry a mark, which passes set anew, so that all passes work on the same items.
 *
 * @param client of DynamoDB Local
 * @param name its name
 * @param items how many it holds
 */
record BenchTable(DynamoDbClient client, String name, int items) {
    static final int BUCKETS = 10;
    private static final int ATTRIBUTES = 8;

    static BenchTable create(DynamoDbClient client, int items, int bytesPerItem) {
        var name = LocalDynamo.uniqueName("Bench");
        OneKeyTable.create(client, name, "pk");
        var table = new BenchTable(client, name, items);
        var batch = new ArrayList<WriteRequest>();
        for (var number = 0; number < items; number++) {
            var item = item(number, bytesPerItem);
            batch.add(WriteRequest.builder()
                    .putRequest(PutRequest.builder().item(item).build())
                    .build());
            if (batch.size() == 25 || number == items - 1) {
                table.write(List.copyOf(batch));
                batch.clear();
            }
        }
        return table;
    }

    private void write(List<WriteRequest> batch) {
        client.batchWriteItem(request -> request.requestItems(Map.of(name, batch)));
    }

    private static Map<String, AttributeValue> item(int number, int bytesPerItem) {
        var item = new HashMap<String, AttributeValue>();
        item.put("pk", AttributeValue.fromS("customer-%06d".formatted(number)));
        item.put("bucket", AttributeValue.fromN(Integer.toString(number % BUCKETS)));
        item.put("mark", AttributeValue.fromN("0"));
        for (var attribute = 0; attribute < ATTRIBUTES; attribute++) {
            item.put("text" + attribute, AttributeValue.fromS("x".repeat(bytesPerItem / ATTRIBUTES)));
        }
        return item;
    }
}
