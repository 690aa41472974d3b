package io.github.dynamodbmigrations.contract;

import static io.github.dynamodbmigrations.responder.DeliveredEvents.context;
import static io.github.dynamodbmigrations.responder.DeliveredEvents.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.integration.LocalCredentials;
import io.github.dynamodbmigrations.lambda.HistoryHandler;
import io.github.dynamodbmigrations.responder.Sink;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A deployment's events through the real functions, from the history table to the answer that ends the wait. */
@ExtendWith(LocalCredentials.class)
@Execution(ExecutionMode.CONCURRENT)
final class DeploymentTest {
    private final Deployed deployed = new Deployed();

    @Test
    void theHistoryIsMadeAndAdoptedAndNeverRenamed() {
        var first = history("Create", Map.of("TableName", deployed.history));
        assertEquals("SUCCESS", first.get("Status"));
        assertEquals(deployed.history, first.get("TableName"));

        assertEquals(
                first.get("HistoryId"),
                history("Create", Map.of("TableName", deployed.history)).get("HistoryId"));

        var keys = Map.<String, Object>of("TableName", deployed.history, "PartitionKeyName", "id");
        assertTrue(Objects.requireNonNull(history("Create", keys).get("Reason")).startsWith("DM311"));
        assertTrue(Objects.requireNonNull(history("Create", keys).get("Reason")).contains("pk (S)"));

        assertEquals(
                "FAILED", history("Update", Map.of("TableName", "other-table")).get("Status"));
        assertEquals(
                "SUCCESS",
                history("Delete", Map.of("TableName", deployed.history)).get("Status"));
        assertEquals(
                first.get("HistoryId"),
                history("Create", Map.of("TableName", deployed.history)).get("HistoryId"));
    }

    @Test
    void aCreateIsAnsweredWhenItsRunHasSucceeded() {
        deployed.makeHistory();
        var input = deployed.inputOf("1", Map.of());
        try (var sink = new Sink()) {
            deployed.create(sink, "r1", input, Map.of());
            assertEquals(0, sink.attempts(), "answered before the run has ended");
            assertEquals(2, deployed.workflow.started.size(), "a run and a timer");

            assertEquals("Succeeded", deployed.follow(deployed.workflow.runs().get(0)));

            assertEquals(
                    "SUCCESS", Objects.requireNonNull(sink.only().get("Status")).text());
            assertTrue(Objects.requireNonNull(sink.only().get("PhysicalResourceId"))
                    .text()
                    .startsWith("dynmig|1|"));
            assertFalse(deployed.workflow.started.toString().contains("secret-7f31"));
        }
        try (var sink = new Sink()) {
            deployed.create(sink, "r2", input, Map.of());
            assertEquals(
                    "SUCCESS", Objects.requireNonNull(sink.only().get("Status")).text());
            assertEquals(1, deployed.workflow.runs().size(), "an applied version was started again");
        }
    }

    private Map<String, String> history(String type, Map<String, Object> properties) {
        try (var sink = new Sink()) {
            var event = new HashMap<>(request(
                    type,
                    "h1",
                    sink.url(),
                    type.equals("Create") ? "" : "dynmig-history|" + deployed.history,
                    properties));
            if (type.equals("Update")) {
                event.put("OldResourceProperties", Map.of("TableName", deployed.history));
            }
            new HistoryHandler(deployed.environment).handleRequest(event, context(600_000));
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
}
