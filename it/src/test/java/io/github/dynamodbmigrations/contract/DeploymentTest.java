package io.github.dynamodbmigrations.contract;

import static io.github.dynamodbmigrations.responder.DeliveredEvents.context;
import static io.github.dynamodbmigrations.responder.DeliveredEvents.input;
import static io.github.dynamodbmigrations.responder.DeliveredEvents.properties;
import static io.github.dynamodbmigrations.responder.DeliveredEvents.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.engine.ExecutionStatus;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.lambda.ControlHandler;
import io.github.dynamodbmigrations.lambda.HistoryHandler;
import io.github.dynamodbmigrations.lambda.RuntimeEnvironment;
import io.github.dynamodbmigrations.lambda.WorkerHandler;
import io.github.dynamodbmigrations.responder.RecordedWorkflow;
import io.github.dynamodbmigrations.responder.Sink;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** A deployment's events through the real functions, from the history table to the answer that ends the wait. */
final class DeploymentTest {
    private final RecordedWorkflow workflow = new RecordedWorkflow();
    private final RuntimeEnvironment environment =
            new RuntimeEnvironment("us-east-1", Optional.of(LocalDynamo.endpoint()), () -> workflow, () -> {});
    private final ControlHandler control = new ControlHandler(environment);
    private final WorkerHandler worker = new WorkerHandler(environment);
    private final String history = LocalDynamo.uniqueName("history");
    private final String table = createTable();

    @BeforeAll
    static void givesTheFunctionsCredentials() {
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
    }

    @AfterAll
    static void takesTheCredentialsBack() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void theHistoryIsMadeAndAdoptedAndNeverRenamed() {
        var first = history("Create", Map.of("TableName", history));
        assertEquals("SUCCESS", first.get("Status"));
        assertEquals(history, first.get("TableName"));

        assertEquals(
                first.get("HistoryId"),
                history("Create", Map.of("TableName", history)).get("HistoryId"));

        var keys = Map.<String, Object>of("TableName", history, "PartitionKeyName", "id");
        assertTrue(Objects.requireNonNull(history("Create", keys).get("Reason")).startsWith("DM311"));
        assertTrue(Objects.requireNonNull(history("Create", keys).get("Reason")).contains("pk (S)"));

        assertEquals(
                "FAILED", history("Update", Map.of("TableName", "other-table")).get("Status"));
        assertEquals("SUCCESS", history("Delete", Map.of("TableName", history)).get("Status"));
        assertEquals(
                first.get("HistoryId"),
                history("Create", Map.of("TableName", history)).get("HistoryId"));
    }

    @Test
    void aCreateIsAnsweredWhenItsRunHasSucceeded() {
        history("Create", Map.of("TableName", history));
        try (var sink = new Sink()) {
            control.handleRequest(
                    request("Create", "r1", sink.url(), "", properties(input(history, table))), context(300_000));
            assertEquals(0, sink.attempts(), "answered before the run has ended");
            assertEquals(2, workflow.started.size(), "a run and a timer");

            run();

            assertEquals(
                    "SUCCESS", Objects.requireNonNull(sink.only().get("Status")).text());
            assertTrue(Objects.requireNonNull(sink.only().get("PhysicalResourceId"))
                    .text()
                    .startsWith("dynmig|1|"));
            assertFalse(workflow.started.toString().contains("secret-7f31"));
        }
        try (var sink = new Sink()) {
            control.handleRequest(
                    request("Create", "r2", sink.url(), "", properties(input(history, table))), context(300_000));
            assertEquals(
                    "SUCCESS", Objects.requireNonNull(sink.only().get("Status")).text());
            assertEquals(1, workflow.runs().size(), "an applied version was started again");
        }
    }

    /** Follows the one execution that runs something to its end. */
    private void run() {
        var arn = workflow.runs().get(0);
        var state = new OneJvmStateMachine(
                Emitted.stateMachine(),
                arn,
                new HashMap<>(Objects.requireNonNull(workflow.started.get(arn))),
                (function, call) -> function.equals("${ControlFunctionArn}")
                        ? control.handleRequest(call, context(300_000))
                        : worker.handleRequest(call, context(900_000)));
        assertEquals("Succeeded", state.run());
        workflow.statuses.put(arn, ExecutionStatus.OVER);
    }

    private Map<String, String> history(String type, Map<String, Object> properties) {
        try (var sink = new Sink()) {
            var event = new HashMap<>(request(
                    type, "h1", sink.url(), type.equals("Create") ? "" : "dynmig-history|" + history, properties));
            if (type.equals("Update")) {
                event.put("OldResourceProperties", Map.of("TableName", history));
            }
            new HistoryHandler(environment).handleRequest(event, context(600_000));
            var answer = new HashMap<String, String>();
            sink.only().forEach((name, value) -> {
                if (value.isObject()) {
                    value.asObject().forEach((inner, field) -> answer.put(inner, field.text()));
                } else {
                    answer.put(name, value.text());
                }
            });
            assertEquals(java.util.List.of(), sink.problems());
            return answer;
        }
    }

    private static String createTable() {
        var name = LocalDynamo.uniqueName("Shop");
        try (var client = LocalDynamo.client()) {
            client.createTable(create -> create.tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .keySchema(
                            KeySchemaElement.builder()
                                    .attributeName("pk")
                                    .keyType("HASH")
                                    .build(),
                            KeySchemaElement.builder()
                                    .attributeName("sk")
                                    .keyType("RANGE")
                                    .build())
                    .attributeDefinitions(
                            AttributeDefinition.builder()
                                    .attributeName("pk")
                                    .attributeType("S")
                                    .build(),
                            AttributeDefinition.builder()
                                    .attributeName("sk")
                                    .attributeType("S")
                                    .build()));
        }
        return name;
    }
}
