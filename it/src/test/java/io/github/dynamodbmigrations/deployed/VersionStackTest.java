package io.github.dynamodbmigrations.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The version machine, driven by what the README of cdk-dynamodb-migration says: its inputs, its items, its queries. Of this
 * product only the ARN of the machine is known.
 */
@Deployed
final class VersionStackTest {
    private static final String STARTED = "2023-09-01T15:24:12.225Z";

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String versioning = "versioning-" + id;

    @Test
    void aTableThatTheConstructFilledIsGoneOnWithUpAndDownByInputAlone() {
        var orders = Orders.create(20);
        createVersioning();
        put("CURRENT_STATUS", "8");
        put("VERSION_8#" + STARTED + "#c6fe0617-f713-49a6-a52e-89f9e3ca6efa", "8");
        var machine = deploy(
                Variation.emitted("reversible").resolve("template.yaml"),
                Map.of("OrdersTable", orders.name(), "MaxWorkers", "1", "SettleDelaySeconds", "0"));
        assertEquals("10", number(current(), "version"));
        assertEquals("9", number(current(), "previousVersion"));

        assertEquals("SUCCEEDED", run(machine, "{\"targetVersion\": 8}"));
        assertEquals("8", number(current(), "version"));
        assertEquals(0, orders.count("channel") + orders.count("points"));

        assertEquals("SUCCEEDED", run(machine, "{\"targetVersion\": 9}"));
        assertEquals("9", number(current(), "version"));
        assertEquals(20, orders.count("channel"));
        assertEquals(0, orders.count("points"));

        assertEquals("SUCCEEDED", run(machine, "{}"));
        assertEquals("10", number(current(), "version"));
        assertEquals("SUCCEEDED", text(current(), "status"));
        assertEquals(20, orders.count("points"));

        assertEquals("FAILED", run(machine, "{\"targetVersion\": \"nine\"}"));
        assertEquals("FAILED", text(current(), "status"));
        assertEquals("10", number(current(), "version"));
        // By the deployment, by going up again, and by the target that was none.
        var tens = runs(10);
        assertEquals(
                List.of("FAILED", "SUCCEEDED", "SUCCEEDED"),
                tens.stream().map(item -> text(item, "status")).sorted().toList());
        // By the construct, and by going down.
        assertEquals(2, runs(8).size());
    }

    @Test
    void aFunctionOfTheUserIsCalledAsTheConstructCallsIt() {
        var machine = deploy(Path.of("moments", "runner", "template.yaml").toAbsolutePath(), Map.of());
        assertEquals("NOT_RUN", text(current(), "status"));
        assertEquals("0", number(current(), "version"));

        assertEquals("SUCCEEDED", run(machine, "{}"));
        assertEquals("4", number(current(), "version"));
        assertEquals("0", number(current(), "previousVersion"));
        assertEquals("SUCCEEDED", text(current(), "status"));
        var metadata = Objects.requireNonNull(current().get("metadata")).m();
        assertEquals(machine, text(metadata, "stateMachineId"));
        var version = runs(4).get(0);
        assertTrue(text(version, "sk").startsWith("VERSION_4#" + text(metadata, "startedAt") + "#"));
        assertEquals("4", number(version, "version"));
        assertEquals("4", number(version, "targetVersion"));

        assertEquals("SUCCEEDED", run(machine, "{\"targetVersion\": 2}"));
        assertEquals("2", number(current(), "version"));

        assertEquals("FAILED", run(machine, "{\"targetVersion\": 3, \"fail\": \"no disk\"}"));
        assertEquals("FAILED", text(current(), "status"));
        assertEquals("2", number(current(), "version"));
        assertTrue(text(runs(3).get(0), "errorMessage").contains("no disk"));

        assertEquals("FAILED", run(machine, "{\"targetVersion\": 5, \"throw\": \"no net\"}"));
        assertEquals("FAILED", text(runs(5).get(0), "status"));
        assertTrue(
                text(runs(5).get(0), "errorMessage").contains("IllegalStateException"),
                () -> text(runs(5).get(0), "errorMessage"));

        assertEquals("SUCCEEDED", run(machine, "{\"targetVersion\": 2}"));
        assertEquals(1, runs(2).size());
    }

    /** Deploys, and answers the ARN of the version machine. */
    private String deploy(Path template, Map<String, String> parameters) {
        var stack = "versions-" + id;
        var all = new HashMap<>(Map.of("HistoryTable", versioning, "Runtime", Cloud.given("CLOUD_RUNTIME")));
        all.putAll(parameters);
        var ended = Sam.deploy(stack, template, all, List.of());
        Traces.say("sam deploy as " + stack + ": " + ended);
        assertTrue(ended.succeeded(), ended::toString);
        try (var stacks = Cloud.stacks()) {
            return stacks.describeStacks(request -> request.stackName(stack)).stacks().get(0).outputs().stream()
                    .filter(output -> output.outputKey().equals("VersionMachineArn"))
                    .map(output -> output.outputValue())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String run(String machine, String input) {
        return Cloud.status(Cloud.execute(machine, input));
    }

    private Map<String, AttributeValue> current() {
        return query("CURRENT_STATUS").get(0);
    }

    private List<Map<String, AttributeValue>> runs(long version) {
        return query("VERSION_" + version + "#");
    }

    private List<Map<String, AttributeValue>> query(String sortStart) {
        try (var dynamo = Cloud.dynamo()) {
            return dynamo.query(request -> request.tableName(versioning)
                            .keyConditionExpression("pk = :p AND begins_with(sk, :s)")
                            .expressionAttributeValues(Map.of(
                                    ":p", AttributeValue.fromS("_migration"), ":s", AttributeValue.fromS(sortStart))))
                    .items();
        }
    }

    private void createVersioning() {
        try (var dynamo = Cloud.dynamo()) {
            dynamo.createTable(request -> request.tableName(versioning)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                    .attributeDefinitions(text("pk"), text("sk")));
        }
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private void put(String sort, String version) {
        var metadata = Map.of(
                "date", AttributeValue.fromS("2023-09-01T15:24:12.666Z"),
                "startedAt", AttributeValue.fromS(STARTED),
                "stateMachineId", AttributeValue.fromS("arn:aws:states:us-east-1:000000000000:stateMachine:Migration"));
        try (var dynamo = Cloud.dynamo()) {
            dynamo.putItem(request -> request.tableName(versioning)
                    .item(Map.of(
                            "pk", AttributeValue.fromS("_migration"),
                            "sk", AttributeValue.fromS(sort),
                            "status", AttributeValue.fromS("SUCCEEDED"),
                            "previousVersion", AttributeValue.fromN("7"),
                            "version", AttributeValue.fromN(version),
                            "metadata", AttributeValue.fromM(metadata))));
        }
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name).s();
    }

    private static String number(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name).n();
    }
}
