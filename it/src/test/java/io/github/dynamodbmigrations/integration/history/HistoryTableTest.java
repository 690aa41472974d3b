package io.github.dynamodbmigrations.integration.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.dynamo.DynamoTables;
import io.github.dynamodbmigrations.dynamo.HistoryTable;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.plan.TableFacts.Throughput;
import io.github.dynamodbmigrations.scan.KeySchema;
import io.github.dynamodbmigrations.throttle.Pause;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

@Execution(ExecutionMode.CONCURRENT)
final class HistoryTableTest {
    private final DynamoDbClient client = LocalDynamo.client();
    private final HistorySettings settings = HistorySettings.of(LocalDynamo.uniqueName("history"));

    @Test
    void isMadeOnDemandProtectedAndWithExpiry() {
        assertEquals(Optional.empty(), table(settings).find());
        var arn = table(settings).ensure();
        var made = client.describeTable(request -> request.tableName(settings.table()))
                .table();
        assertEquals(arn, made.tableArn());
        assertEquals(BillingMode.PAY_PER_REQUEST, made.billingModeSummary().billingMode());
        assertTrue(made.deletionProtectionEnabled());
        var ttl = client.describeTimeToLive(request -> request.tableName(settings.table()))
                .timeToLiveDescription();
        assertEquals("expiresAt", ttl.attributeName());
        assertEquals(TimeToLiveStatus.ENABLED, ttl.timeToLiveStatus());
        assertEquals(Optional.of(arn), table(settings).find());
    }

    @Test
    void isMadeOnceByMany() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            var arns = new HashSet<String>();
            Callable<String> ensure = () -> table(settings).ensure();
            for (var arn : threads.invokeAll(Collections.nCopies(4, ensure))) {
                arns.add(arn.get());
            }
            assertEquals(1, arns.size());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void isAdoptedWithTheSettingsThatItHas() {
        create("pk", ScalarAttributeType.S, "sk");
        var before = client.describeTable(request -> request.tableName(settings.table()))
                .table();
        table(settings).ensure();
        assertEquals(
                before,
                client.describeTable(request -> request.tableName(settings.table()))
                        .table());
        assertEquals(5, before.provisionedThroughput().writeCapacityUnits());
    }

    @Test
    void isRefusedWithBothKeySchemas() {
        create("id", ScalarAttributeType.N, "sk");
        for (Runnable use : List.<Runnable>of(
                () -> table(settings).ensure(), () -> table(settings).find())) {
            var thrown = assertThrows(MigrationException.class, use::run);
            assertEquals(
                    "DM311 history table has other keys: " + settings.table()
                            + ". It has id (N), sk (S), a history needs pk (S), sk (S). Name another table with"
                            + " <historyTable>, or say what its keys are called with <partitionKeyName> and <sortKeyName>.",
                    thrown.getMessage());
        }
    }

    @Test
    void isRefusedIfOnlyTheTypeOfAKeyDiffers() {
        create("pk", ScalarAttributeType.N, "sk");
        assertThrows(MigrationException.class, () -> table(settings).ensure());
    }

    @Test
    void tablesAreDescribed() {
        create("pk", ScalarAttributeType.S, "sk");
        client.putItem(request -> request.tableName(settings.table())
                .item(Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("b"))));
        var facts = new DynamoTables(client, Pause.NEVER).describe("Things", settings.table());
        assertEquals("Things", facts.identity().logical());
        assertTrue(facts.identity().arn().endsWith("table/" + settings.table()), facts.identity()::arn);
        assertEquals(new KeySchema("pk", Optional.of("sk")), facts.identity().keys());
        assertEquals(Map.of("byDate", new KeySchema("date", Optional.of("pk"))), facts.indexes());
        assertEquals(Map.of("date", AttributeValue.Type.N, "pk", AttributeValue.Type.S), facts.indexKeyTypes());
        assertEquals(Optional.of(new Throughput(5, 5)), facts.throughput());
        assertEquals(1, facts.items());
    }

    @Test
    void missingTablesAreNamedAsTheyAreCalled() {
        var thrown = assertThrows(
                MigrationException.class,
                () -> new DynamoTables(client, Pause.NEVER).describe("Things", settings.table()));
        assertEquals(
                "DM313 table does not exist: Things. It is called " + settings.table()
                        + " here. Create it, or name the right one with -Ddynamodb-migrations.tables.Things=<name>.",
                thrown.getMessage());
    }

    private HistoryTable table(HistorySettings which) {
        return new HistoryTable(client, which, LocalHistory.SLEEP);
    }

    private void create(String partitionKey, ScalarAttributeType type, String sortKey) {
        client.createTable(table -> table.tableName(settings.table())
                .billingMode(BillingMode.PROVISIONED)
                .provisionedThroughput(units())
                .attributeDefinitions(
                        attribute(partitionKey, type),
                        attribute(sortKey, ScalarAttributeType.S),
                        attribute("date", ScalarAttributeType.N))
                .keySchema(key(partitionKey, KeyType.HASH), key(sortKey, KeyType.RANGE))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("byDate")
                        .keySchema(key("date", KeyType.HASH), key(partitionKey, KeyType.RANGE))
                        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                        .provisionedThroughput(units())
                        .build()));
    }

    private static ProvisionedThroughput units() {
        return ProvisionedThroughput.builder()
                .readCapacityUnits(5L)
                .writeCapacityUnits(5L)
                .build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
