package io.github.dynamodbmigrations.integration.operate;

import static java.util.stream.Collectors.toMap;

import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.dynamo.DynamoConnection.Target;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.integration.OneKeyTable;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table of things with its history, and goals that are run on both. */
final class Things {
    String table = LocalDynamo.uniqueName("things");
    final String history = LocalDynamo.uniqueName("things-history");
    final EnginePorts ports;
    private final DynamoDbClient client = LocalDynamo.client();

    Things() {
        create();
        var target = new Target(
                "us-east-1",
                Optional.of(LocalDynamo.endpoint()),
                Optional.of(new DynamoConnection.Credentials("local", "local")),
                Duration.ofSeconds(5));
        ports = DynamoConnection.open(
                        target,
                        Clock.systemUTC(),
                        length -> LockSupport.parkNanos(length.toNanos()),
                        () -> UUID.randomUUID().toString())
                .ports(HistorySettings.of(history));
    }

    /** Runs a goal with the code of these migrations; answers what it printed and, last, why it failed. */
    Said run(String goal, List<Class<?>> migrations, Map<String, String> more) {
        return run(goal, migrations, connection(Map.of("Things", table)), more);
    }

    /** The same, where a build leads it. */
    Said run(String goal, List<Class<?>> migrations, Connection connection, Map<String, String> more) {
        var settings = new HashMap<>(connection.settings());
        settings.putAll(Map.of(
                "goal", goal,
                "accessKeyId", "local",
                "secretAccessKey", "local",
                "settleDelaySeconds", "0",
                "leaseMillis", "3000",
                "owner", "ada"));
        settings.putAll(more);
        return Code.of(migrations).run(settings);
    }

    /** Leads to the history, and to tables by these names. */
    Connection connection(Map<String, String> tables) {
        return new Connection(
                HistorySettings.of(history),
                Optional.of("us-east-1"),
                Optional.empty(),
                Optional.of(LocalDynamo.endpoint()),
                tables);
    }

    /**
     * What a goal said.
     *
     * @param printed what it printed
     * @param failure why it failed, or nothing
     */
    record Said(String printed, String failure) {
        boolean says(String text) {
            return printed.contains(text) || failure.contains(text);
        }
    }

    private void create() {
        OneKeyTable.create(client, table, "id");
    }

    /** Lets another table take the place of the one that there was. */
    void exchange() {
        table = LocalDynamo.uniqueName("things-restored");
        create();
    }

    /** Puts an item; an attribute whose name ends in # is a number. */
    void put(String id, String... attributes) {
        var item = new HashMap<>(Map.of("id", AttributeValue.fromS(id)));
        for (var i = 0; i < attributes.length; i += 2) {
            var name = attributes[i];
            var value = attributes[i + 1];
            if (name.endsWith("#")) {
                item.put(name.substring(0, name.length() - 1), AttributeValue.fromN(value));
            } else {
                item.put(name, AttributeValue.fromS(value));
            }
        }
        client.putItem(request -> request.tableName(table).item(item));
    }

    /** Takes an attribute away, and leaves the others. */
    void remove(String id, String name) {
        client.updateItem(request -> request.tableName(table)
                .key(Map.of("id", AttributeValue.fromS(id)))
                .updateExpression("REMOVE #name")
                .expressionAttributeNames(Map.of("#name", name)));
    }

    /** An attribute as text; nothing if it is not there. */
    String text(String id, String name) {
        var value = client.getItem(request -> request.tableName(table)
                        .key(Map.of("id", AttributeValue.fromS(id)))
                        .consistentRead(true))
                .item()
                .get(name);
        return value == null ? "" : value.s() == null ? value.n() : value.s();
    }

    /** Everything that the history table holds, by its keys. */
    Map<String, Map<String, AttributeValue>> recorded() {
        return client.scanPaginator(request -> request.tableName(history).consistentRead(true)).items().stream()
                .collect(toMap(item -> string(item, "pk") + " " + string(item, "sk"), item -> item));
    }

    /** The ids in the order in which one worker comes to them. */
    List<String> order() {
        return client.scanPaginator(request -> request.tableName(table)).items().stream()
                .map(item -> string(item, "id"))
                .toList();
    }

    /** Everything that the table holds, by its keys. */
    Map<String, Map<String, AttributeValue>> items() {
        return client.scanPaginator(request -> request.tableName(table).consistentRead(true)).items().stream()
                .collect(toMap(item -> string(item, "id"), item -> item));
    }

    private static String string(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name)).s();
    }
}
