package io.github.dynamodbmigrations.integration;

import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.scan.KeySchema;
import io.github.dynamodbmigrations.scan.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A table of its own for a test: keys pk and sk, and an index byCity (city, since) that projects keys only. */
public final class LocalTable {
    public static final KeySchema KEYS = new KeySchema("pk", Optional.of("sk"));
    public static final Source.Index BY_CITY = new Source.Index("byCity", new KeySchema("city", Optional.of("since")));

    public final DynamoDbClient client;
    public final String name;

    private LocalTable(DynamoDbClient client, String name) {
        this.client = client;
        this.name = name;
    }

    public static LocalTable create(DynamoDbClient client, String start) {
        var table = new LocalTable(client, LocalDynamo.uniqueName(start));
        table.create();
        return table;
    }

    /** Drops it with all that it holds, and makes another one of the same name. */
    public void recreate() {
        client.deleteTable(request -> request.tableName(name));
        create();
    }

    private void create() {
        client.createTable(table -> table.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                .attributeDefinitions(string("pk"), string("sk"), string("city"), string("since"))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName(BY_CITY.name())
                        .keySchema(key("city", KeyType.HASH), key("since", KeyType.RANGE))
                        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                        .build()));
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition string(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    TableIdentity identity() {
        return new TableIdentity("Things", name, "arn:" + name, Optional.empty(), KEYS);
    }

    public static Map<String, AttributeValue> key(String id) {
        return Map.of("pk", AttributeValue.fromS(id), "sk", AttributeValue.fromS("a"));
    }

    /** Puts an item with string attributes, given as name and value in turn. */
    public void put(String id, String... attributes) {
        var item = new TreeMap<String, AttributeValue>();
        for (var i = 0; i < attributes.length; i += 2) {
            item.put(attributes[i], AttributeValue.fromS(attributes[i + 1]));
        }
        put(id, item);
    }

    public void put(String id, Map<String, AttributeValue> attributes) {
        var item = new TreeMap<>(attributes);
        item.putAll(key(id));
        client.putItem(request -> request.tableName(name).item(item));
    }

    /** What an application does that writes one attribute. */
    public void set(String id, String attribute, AttributeValue value) {
        client.updateItem(request -> request.tableName(name)
                .key(key(id))
                .updateExpression("SET #a = :v")
                .expressionAttributeNames(Map.of("#a", attribute))
                .expressionAttributeValues(Map.of(":v", value)));
    }

    public void set(String id, String attribute, String value) {
        set(id, attribute, AttributeValue.fromS(value));
    }

    public void delete(String id) {
        client.deleteItem(request -> request.tableName(name).key(key(id)));
    }

    /** Without its keys; empty if there is no such item. */
    public Map<String, AttributeValue> get(String id) {
        var item = new TreeMap<>(
                client.getItem(request -> request.tableName(name).key(key(id)).consistentRead(true))
                        .item());
        item.keySet().removeAll(KEYS.names());
        return item;
    }

    public String text(String id, String attribute) {
        var value = get(id).get(attribute);
        return value == null ? "none" : value.s() == null ? value.n() : value.s();
    }

    public List<Map<String, AttributeValue>> all() {
        var all = new ArrayList<Map<String, AttributeValue>>();
        client.scanPaginator(request -> request.tableName(name).consistentRead(true))
                .items()
                .forEach(all::add);
        return all;
    }
}
