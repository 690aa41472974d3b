package io.github.dynamodbmigrations.contract;

import static io.github.dynamodbmigrations.responder.DeliveredEvents.context;
import static io.github.dynamodbmigrations.responder.DeliveredEvents.input;
import static io.github.dynamodbmigrations.responder.DeliveredEvents.properties;
import static io.github.dynamodbmigrations.responder.DeliveredEvents.request;

import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.engine.ExecutionStatus;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.integration.LocalTable;
import io.github.dynamodbmigrations.lambda.ControlHandler;
import io.github.dynamodbmigrations.lambda.RuntimeEnvironment;
import io.github.dynamodbmigrations.lambda.WorkerHandler;
import io.github.dynamodbmigrations.responder.RecordedWorkflow;
import io.github.dynamodbmigrations.responder.Sink;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The functions of a deployment around a history and a table of their own; executions are followed when a test says so. */
final class Deployed {
    private static final int BATCH = 25;

    final RecordedWorkflow workflow = new RecordedWorkflow();
    final RuntimeEnvironment environment =
            new RuntimeEnvironment("us-east-1", Optional.of(LocalDynamo.endpoint()), () -> workflow, () -> {});
    final ControlHandler control = new ControlHandler(environment);
    final WorkerHandler worker = new WorkerHandler(environment);
    final String history;
    private final LocalTable shop = LocalTable.create(LocalDynamo.client(), "Shop");
    final String table = shop.name;
    final EnginePorts ports;

    Deployed() {
        this(false);
    }

    /** One whose history may lie in the table that is migrated. */
    Deployed(boolean isInside) {
        history = isInside ? table : LocalDynamo.uniqueName("history");
        ports = connection().ports(HistorySettings.of(history));
    }

    private static DynamoConnection connection() {
        var target = new DynamoConnection.Target(
                "us-east-1",
                Optional.of(LocalDynamo.endpoint()),
                Optional.of(new DynamoConnection.Credentials("local", "local")),
                Duration.ofSeconds(10));
        return DynamoConnection.open(
                target, Clock.systemUTC(), pause -> {}, () -> UUID.randomUUID().toString());
    }

    void makeHistory() {
        makeHistory(HistorySettings.of(history));
    }

    void makeHistory(HistorySettings settings) {
        var target = connection();
        target.historyTable(settings).ensure();
        target.close();
    }

    Run run() {
        var runs = ports.history().read().runs();
        return runs.get(runs.size() - 1);
    }

    /** What is handed to executions of a version, with more or other fields. */
    Map<String, Object> inputOf(String version, Map<String, Object> more) {
        var input = input(history, table);
        input.put("version", version);
        input.putAll(more);
        return input;
    }

    void create(Sink sink, String requestId, Map<String, Object> input, Map<String, Object> more) {
        var properties = new HashMap<>(properties(input));
        properties.putAll(more);
        control.handleRequest(request("Create", requestId, sink.url(), "", properties), context(300_000));
    }

    /** The machine of an execution that was started. */
    OneJvmStateMachine machine(String arn) {
        return machine(arn, function -> {});
    }

    /** The same, which calls its functions only after another look at their names. */
    OneJvmStateMachine machine(String arn, Consumer<String> before) {
        return new OneJvmStateMachine(
                Emitted.stateMachine(),
                arn,
                new HashMap<>(Objects.requireNonNull(workflow.started.get(arn))),
                (function, call) -> {
                    before.accept(function);
                    return function.equals("${ControlFunctionArn}")
                            ? control.handleRequest(call, context(300_000))
                            : worker.handleRequest(call, context(900_000));
                });
    }

    /** Follows an execution to its end, and says where that was. */
    String follow(String arn) {
        var end = machine(arn).run();
        workflow.statuses.put(arn, ExecutionStatus.OVER);
        return end;
    }

    /** Puts an empty table in the place of the one that is migrated. */
    void recreateTable() {
        shop.recreate();
    }

    void put(String partition, Map<String, AttributeValue> attributes) {
        shop.put(partition, attributes);
    }

    /** Puts so many orders, in the shape of before the first migration. */
    void putOrders(int count) {
        try (var client = LocalDynamo.client()) {
            for (var start = 0; start < count; start += BATCH) {
                var writes = IntStream.range(start, Math.min(count, start + BATCH))
                        .mapToObj(order ->
                                Map.of("pk", AttributeValue.fromS("ORDER#" + order), "sk", AttributeValue.fromS("a")))
                        .map(item -> WriteRequest.builder()
                                .putRequest(put -> put.item(item))
                                .build())
                        .toList();
                client.batchWriteItem(request -> request.requestItems(Map.of(table, writes)));
            }
        }
    }
}
