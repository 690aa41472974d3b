package io.github.dynamodbmigrations.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.integration.OneKeyTable;
import io.github.dynamodbmigrations.responder.Sink;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;

/** A deployment as its functions see it, without a deployment: events of CloudFormation, and the answers to them. */
@EnabledIfEnvironmentVariable(named = SamLocal.GIVEN, matches = ".+", disabledReason = "it/verify local runs it")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SamLocalTest {
    private static final int ITEMS = 500;
    private static final int BATCH = 25;
    private static final long LONGEST_SECONDS = 240;
    private static final String TABLE = "Orders";

    private final DynamoDbClient dynamo = SamLocal.dynamo();
    private final SfnClient workflows = SamLocal.workflows();
    private final String machine = makeMachine();
    private final CustomResources resources = CustomResources.read();

    private String makeMachine() {
        return workflows
                .createStateMachine(create -> create.name("orders")
                        .roleArn("arn:aws:iam::123456789012:role/machine")
                        .definition(SamLocal.definition()))
                .stateMachineArn();
    }

    @Test
    @Order(1)
    void aCreateIsAnsweredWhenItsMachineHasRun() {
        fill();
        try (var sink = new Sink(SamLocal.bridge())) {
            SamLocal.invoke("ControlFunction", resources.createOfTrigger(sink.url(), "first", machine, historyId()));
            var atOnce = sink.taken();
            await("the answer", () -> !sink.taken().isEmpty());
            assertEquals(List.of(), atOnce, "Control answered before anything had run");
            assertEquals("SUCCESS", text(sink, "Status"), sink.taken().toString());
            assertEquals(List.of(), sink.problems());
        }
        var run = ports().history().read().latest(1).orElseThrow();
        assertEquals(RunState.SUCCEEDED, run.state());
        assertEquals(ITEMS, run.tally().updated());
        assertEquals(ITEMS, count("currency"));
        await("the ends of both executions", () -> executions("RUNNING").isEmpty());
        assertEquals(
                Map.of("SUCCEEDED", 1L, "ABORTED", 1L),
                Map.of(
                        "SUCCEEDED", (long) executions("SUCCEEDED").size(),
                        "ABORTED", (long) executions("ABORTED").size()),
                "the run's, and that of the timer");
    }

    @Test
    @Order(2)
    void anotherCreateStartsNothing() {
        try (var sink = new Sink(SamLocal.bridge())) {
            SamLocal.invoke("ControlFunction", resources.createOfTrigger(sink.url(), "second", machine, historyId()));
            assertEquals("SUCCESS", text(sink, "Status"));
            assertEquals("version 1 has succeeded before", text(sink, "Reason"));
        }
        assertEquals(2, executions().count());
    }

    @Test
    @Order(3)
    void aTableThatIsNotThereFailsTheCreate() {
        try (var sink = new Sink(SamLocal.bridge())) {
            var event = resources.createOfTrigger(sink.url(), "third", machine, historyId());
            SamLocal.invoke("ControlFunction", CustomResources.withVersionAndTable(event, 2, "NoSuchTable"));
            assertEquals("FAILED", text(sink, "Status"), sink.taken().toString());
            assertTrue(text(sink, "Reason").startsWith("DM313"), sink.taken().toString());
        }
        assertEquals(2, executions().count());
    }

    /** The history's function makes its table, or finds it, and tells its id. */
    private String historyId() {
        try (var sink = new Sink(SamLocal.bridge())) {
            SamLocal.invoke("HistoryFunction", resources.createOfHistory(sink.url()));
            return Objects.requireNonNull(sink.only().get("Data"))
                    .field("HistoryId")
                    .orElseThrow()
                    .text();
        }
    }

    private static String text(Sink sink, String field) {
        return Objects.requireNonNull(sink.only().get(field)).text();
    }

    private EnginePorts ports() {
        var target = new DynamoConnection.Target(
                SamLocal.REGION,
                Optional.of(SamLocal.dynamoEndpoint()),
                Optional.of(new DynamoConnection.Credentials(SamLocal.CREDENTIAL, SamLocal.CREDENTIAL)),
                Duration.ofSeconds(30));
        return DynamoConnection.open(
                        target,
                        Clock.systemUTC(),
                        pause -> {},
                        () -> UUID.randomUUID().toString())
                .ports(HistorySettings.of(resources.historyTable()));
    }

    private Stream<ExecutionListItem> executions() {
        return workflows.listExecutions(request -> request.stateMachineArn(machine)).executions().stream();
    }

    private List<ExecutionListItem> executions(String status) {
        return executions()
                .filter(execution -> execution.statusAsString().equals(status))
                .toList();
    }

    private void fill() {
        OneKeyTable.create(dynamo, TABLE, "pk");
        for (var start = 0; start < ITEMS; start += BATCH) {
            var writes = IntStream.range(start, start + BATCH)
                    .mapToObj(number -> Map.of("pk", AttributeValue.fromS("order-" + number)))
                    .map(order -> WriteRequest.builder()
                            .putRequest(put -> put.item(order))
                            .build())
                    .toList();
            dynamo.batchWriteItem(request -> request.requestItems(new HashMap<>(Map.of(TABLE, writes))));
        }
        assertEquals(0, count("currency"));
    }

    private long count(String attribute) {
        return dynamo
                .scanPaginator(request -> request.tableName(TABLE)
                        .consistentRead(true)
                        .filterExpression("attribute_exists(" + attribute + ")"))
                .items()
                .stream()
                .count();
    }

    private static void await(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!condition.getAsBoolean()) {
            assertFalse(System.nanoTime() > end, () -> "it took too long to reach " + what);
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
