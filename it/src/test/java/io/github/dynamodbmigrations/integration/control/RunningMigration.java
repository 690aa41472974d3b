package io.github.dynamodbmigrations.integration.control;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.catalog.MigrationCatalog;
import io.github.dynamodbmigrations.connection.Confirmation;
import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.control.Operator;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.Controls;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.LockSettings;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.integration.OneKeyTable;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import io.github.dynamodbmigrations.plan.TableFacts.Throughput;
import io.github.dynamodbmigrations.run.DirectRunner;
import io.github.dynamodbmigrations.run.Machine;
import io.github.dynamodbmigrations.run.RunLifecycle;
import io.github.dynamodbmigrations.run.RunObserver;
import io.github.dynamodbmigrations.run.RunSettings;
import io.github.dynamodbmigrations.run.RunStatus;
import io.github.dynamodbmigrations.segment.Deadline;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A migration that runs in this JVM over a table of its own, and an operator who reaches it only by its history. */
final class RunningMigration implements AutoCloseable {
    private static final int BATCH = 25;

    final Connection connection;
    final Operator operator;
    private final DynamoDbClient client = LocalDynamo.client();
    private final String table = LocalDynamo.uniqueName("things");
    private final DynamoConnection open;
    private final ExecutorService threads = Machine.threads();
    private final EnginePorts ports;

    RunningMigration(int items, UnaryOperator<Controls> controls) {
        this(items, 0, controls);
    }

    RunningMigration(int items, int bytes, UnaryOperator<Controls> controls) {
        connection = new Connection(
                HistorySettings.of(LocalDynamo.uniqueName("history")),
                Optional.of("us-east-1"),
                Optional.empty(),
                Optional.of(LocalDynamo.endpoint()),
                Map.of("Things", table));
        operator = new Operator(
                connection,
                new Confirmation("a test", Optional.empty()),
                "ada",
                "the sale begins",
                Clock.systemUTC(),
                Machine.surroundings().pause());
        fill(items, "x".repeat(bytes));
        var machine = Machine.surroundings();
        open = connection.open(machine.wall(), machine.pause(), machine.uuids());
        var all = open.ports(connection.history());
        ports = new EnginePorts(
                all.history(),
                all.lock(),
                controls.apply(all.controls()),
                all.runs(),
                all.plans(),
                all.checkpoints(),
                all.rejectLogs(),
                all.markers(),
                all.tables(),
                all.items(),
                all.amendments(),
                all.rejects());
    }

    private void fill(int items, String text) {
        OneKeyTable.create(client, table, "id");
        for (var first = 0; first < items; first += BATCH) {
            var batch = new ArrayList<WriteRequest>();
            for (var id = first; id < Math.min(items, first + BATCH); id++) {
                var item = Map.of("id", AttributeValue.fromS(Integer.toString(id)), "text", AttributeValue.fromS(text));
                batch.add(
                        WriteRequest.builder().putRequest(put -> put.item(item)).build());
            }
            client.batchWriteItem(request -> request.requestItems(Map.of(table, batch)));
        }
    }

    /** Runs it; answers with the code and text of its failure, or with nothing. */
    CompletableFuture<Optional<MigrationException>> start(double writeUnits) {
        var machine = Machine.surroundings();
        var settings = new RunSettings(
                connection.history(),
                open.historyTable(connection.history()).ensure(),
                PlannerSettings.DEFAULT,
                Map.of("Things", table),
                Map.of(),
                new Throughput(0, writeUnits),
                0,
                2,
                Duration.ZERO);
        var runner = new DirectRunner(
                ports,
                settings,
                new RunLifecycle(ports, settings, catalog(), machine),
                machine,
                new DirectRunner.DirectSettings(
                        Owner.direct(machine.uuids().get()),
                        LockSettings.direct(LockSettings.DIRECT_LEASE, Duration.ofSeconds(30)),
                        "us-east-1",
                        Optional.of(LocalDynamo.endpoint()),
                        Deadline.NEVER),
                threads,
                new RunObserver() {});
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        runner.migrate(run -> {});
                        return Optional.empty();
                    } catch (MigrationException stopped) {
                        return Optional.of(stopped);
                    }
                },
                threads);
    }

    private static MigrationCatalog catalog() {
        var manifest = ("1=" + V0001_Greet.class.getName()).getBytes(StandardCharsets.UTF_8);
        return MigrationCatalog.load(new ClassLoader(RunningMigration.class.getClassLoader()) {
            @Override
            public InputStream getResourceAsStream(String name) {
                return new ByteArrayInputStream(manifest);
            }
        });
    }

    /** Items that carry the attribute by now. */
    long greeted() {
        return client
                .scanPaginator(request ->
                        request.tableName(table).consistentRead(true).filterExpression("attribute_exists(greeting)"))
                .items()
                .stream()
                .count();
    }

    RunStatus status() {
        return RunStatus.read(ports, Clock.systemUTC().instant());
    }

    List<String> statusLines() {
        return status().lines(Optional.empty());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        open.close();
    }
}
