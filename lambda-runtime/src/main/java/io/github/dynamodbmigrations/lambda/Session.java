package io.github.dynamodbmigrations.lambda;

import io.github.dynamodbmigrations.catalog.MigrationCatalog;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.dynamo.DynamoConnection.Target;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import io.github.dynamodbmigrations.plan.TableFacts.Throughput;
import io.github.dynamodbmigrations.run.ActiveRun;
import io.github.dynamodbmigrations.run.Machine;
import io.github.dynamodbmigrations.run.RunLifecycle;
import io.github.dynamodbmigrations.run.RunSettings;
import io.github.dynamodbmigrations.run.Surroundings;
import java.time.Duration;
import java.util.Optional;

/** The engine as one event asks for it. */
final class Session implements AutoCloseable {
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);
    private static final int WORKERS = 4;

    private final DynamoConnection connection;
    private final EnginePorts ports;
    private final RunSettings settings;
    private final RunLifecycle lifecycle;
    private final Surroundings surroundings;
    private final Event event;

    Session(RuntimeEnvironment environment, Event event) {
        this.event = event;
        this.surroundings = Machine.surroundings();
        this.connection = DynamoConnection.open(
                new Target(
                        Optional.of(environment.region()),
                        Optional.empty(),
                        environment.endpoint(),
                        Optional.empty(),
                        CALL_TIMEOUT),
                surroundings.wall(),
                surroundings.pause(),
                surroundings.uuids());
        var input = event.event("input");
        var history = history(input);
        this.ports = connection.ports(history);
        var arn = ports.tables().describe("history", history.table()).identity().arn();
        this.settings = settings(input, history, arn);
        this.lifecycle =
                new RunLifecycle(ports, settings, MigrationCatalog.load(Session.class.getClassLoader()), surroundings);
    }

    private static HistorySettings history(Event input) {
        var usual = HistorySettings.of(input.text("historyTable"));
        var declared = input.event("history");
        return new HistorySettings(
                usual.table(),
                declared.find("partitionKeyName").orElse(usual.partitionKeyName()),
                declared.find("sortKeyName").orElse(usual.sortKeyName()),
                declared.find("partitionValue").orElse(usual.partitionValue()),
                declared.number("firstVersion", usual.firstVersion()));
    }

    private static RunSettings settings(Event input, HistorySettings history, String historyArn) {
        return new RunSettings(
                history,
                historyArn,
                new PlannerSettings(
                        Optional.of(input.number("version")),
                        input.number("emitFrom", 0),
                        input.is("outOfOrder"),
                        false,
                        input.is("failOnDrift")),
                input.event("tables").texts(),
                input.event("parameters").texts(),
                new Throughput(input.number("readUnits", 0), input.number("writeUnits", 0)),
                input.number("maxRejected", 0),
                (int) input.number("maxWorkers", WORKERS),
                Duration.ZERO);
    }

    EnginePorts ports() {
        return ports;
    }

    RunSettings settings() {
        return settings;
    }

    RunLifecycle lifecycle() {
        return lifecycle;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** The run that the event is about. */
    ActiveRun run() {
        var run = event.event("run");
        return lifecycle.find(new RunKey(run.number("version"), run.number("rank")), (int) run.number("sweeps", 0));
    }

    /** The lock's epoch that the event's run was begun under. */
    long epoch() {
        return event.event("run").number("epoch");
    }

    @Override
    public void close() {
        connection.close();
    }
}
