package io.github.dynamodbmigrations.rights;

import io.github.dynamodbmigrations.deployed.Cloud;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The table that the migrations of the module {@code rights} are about.
 *
 * @param client of the account's root
 * @param name the table's
 */
record Parcels(DynamoDbClient client, String name) {
    /** The table that a policy file grants. */
    private static final String TARIFFS = "tariffs";

    private static final List<String> KEYS = List.of("parcel#1", "parcel#2", "old#3");

    static Parcels create(String name) {
        var client = Cloud.dynamo();
        client.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(hash("pk"))
                .attributeDefinitions(text("pk"), text("state"))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("byState")
                        .keySchema(hash("state"))
                        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                        .build()));
        try {
            client.createTable(request -> request.tableName(TARIFFS)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .keySchema(hash("pk"))
                    .attributeDefinitions(text("pk")));
        } catch (ResourceInUseException there) {
            return new Parcels(client, name);
        }
        return new Parcels(client, name);
    }

    /** As it was before all migrations. */
    void reset() {
        empty(client, name, "pk");
        for (var key : KEYS) {
            client.putItem(request -> request.tableName(name)
                    .item(Map.of(
                            "pk", AttributeValue.fromS(key),
                            "state", AttributeValue.fromS("OPEN"),
                            "revision", AttributeValue.fromN("1"))));
        }
    }

    /** No migration succeeds any more. */
    void lose() {
        lose("parcel#4");
    }

    /** One more parcel, which migrations reject. */
    void lose(String key) {
        client.putItem(request -> request.tableName(name)
                .item(Map.of(
                        "pk", AttributeValue.fromS(key),
                        "state", AttributeValue.fromS("OPEN"),
                        "revision", AttributeValue.fromN("1"),
                        "lost", AttributeValue.fromBool(true))));
    }

    /** It is not lost any more. */
    void find(String key) {
        client.updateItem(request -> request.tableName(name)
                .key(Map.of("pk", AttributeValue.fromS(key)))
                .updateExpression("REMOVE lost ADD revision :one")
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
    }

    static void empty(DynamoDbClient client, String table, String... keys) {
        for (var item : client.scanPaginator(request -> request.tableName(table).consistentRead(true))
                .items()) {
            var key = new HashMap<>(item);
            key.keySet().retainAll(List.of(keys));
            client.deleteItem(request -> request.tableName(table).key(key));
        }
    }

    /** How many items have an attribute. */
    long count(String attribute) {
        return items().filter(item -> item.containsKey(attribute)).count();
    }

    private Stream<Map<String, AttributeValue>> items() {
        return client.scanPaginator(request -> request.tableName(name).consistentRead(true)).items().stream();
    }

    private static KeySchemaElement hash(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}
