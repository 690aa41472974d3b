package io.github.dynamodbmigrations.integration.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dynamodbmigrations.integration.LocalDynamo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The quickstart's table with its 22,000 items, on DynamoDB Local. */
final class ShopFixture {
    static final int SIZE = 22_000;

    private static final Path DATA = Path.of("quickstart/src/test/dynamodb/Shop.jsonl.gz");

    private ShopFixture() {}

    /** Creates and fills a table of its own. */
    static ShopTable create() throws IOException {
        var table = createEmpty();
        fill(table);
        return table;
    }

    /** Creates a table of its own. */
    static ShopTable createEmpty() {
        var table = new ShopTable(LocalDynamo.client(), LocalDynamo.uniqueName("Shop"));
        createTable(table.client(), table.name());
        return table;
    }

    private static void createTable(DynamoDbClient client, String name) {
        client.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("pk"), text("sk"), text("status"), text("placedOn"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("OrdersByStatus")
                        .keySchema(key("status", KeyType.HASH), key("placedOn", KeyType.RANGE))
                        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                        .build()));
    }

    private static void fill(ShopTable table) throws IOException {
        try (var lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(DATA)), UTF_8))) {
            table.fill(lines.lines()
                    .map(line -> value(JsonNode.parser().parse(line)).m())
                    .toList());
        }
    }

    private static AttributeValue value(JsonNode json) {
        if (json.isObject()) {
            var members = new HashMap<String, AttributeValue>();
            json.asObject().forEach((name, member) -> members.put(name, value(member)));
            return AttributeValue.fromM(members);
        }
        if (json.isArray()) {
            return AttributeValue.fromL(
                    json.asArray().stream().map(ShopFixture::value).toList());
        }
        return json.isNumber() ? AttributeValue.fromN(json.asNumber()) : AttributeValue.fromS(json.asString());
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
