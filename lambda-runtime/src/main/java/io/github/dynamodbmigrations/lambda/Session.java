package io.github.dynamodbmigrations.lambda;

import io.github.dynamodbmigrations.catalog.MigrationCatalog;
import io.github.dynamodbmigrations.deployment.Anew;
import io.github.dynamodbmigrations.deployment.Triggers;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.dynamo.DynamoConnection.Target;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.engine.Workflow;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import io.github.dynamodbmigrations.plan.TableFacts.Throughput;
import io.github.dynamodbmigrations.run.Machine;
import io.github.dynamodbmigrations.run.RunClosing;
import io.github.dynamodbmigrations.run.RunLifecycle;
import io.github.dynamodbmigrations.run.RunSettings;
import io.github.dynamodbmigrations.run.Surroundings;
import io.github.dynamodbmigrations.versions.VersionStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The engine as one event asks for it. */
final class Session implements AutoCloseable {
    /** A function lives 15 minutes at most: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
    static final Duration LONGEST_LIFE = Duration.ofMinutes(15);

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);
    private static final int WORKERS = 4;
    private static final int SETTLE_SECONDS = 5;

    private final RuntimeEnvironment environment;
    private final Surroundings surroundings;
    private final DynamoConnection connection;
    private final HistorySettings history;
    private final EnginePorts ports;
    private final Event input;
    private Optional<Workflow> workflow = Optional.empty();

    /** For what an execution was started with, or is to be started with. */
    Session(RuntimeEnvironment environment, Event input) {
        this(
                environment,
                input,
                history(
                        input.text("historyTable"),
                        input.event("history"),
                        "partitionKeyName",
                        "sortKeyName",
                        "partitionValue",
                        "firstVersion"));
    }

    /** For a history alone. */
    Session(RuntimeEnvironment environment, HistorySettings history) {
        this(environment, new Event(Map.of()), history);
    }

    /** For a history, and the tables that are reached as an event says. */
    Session(RuntimeEnvironment environment, Event input, HistorySettings history) {
        this.environment = environment;
        this.input = input;
        this.surroundings = Machine.surroundings();
        this.connection = DynamoConnection.open(
                target(environment).through(input.event("tableRoles").texts()),
                surroundings.wall(),
                surroundings.pause(),
                surroundings.uuids());
        this.history = history;
        this.ports = connection.ports(history);
    }

    static Target target(RuntimeEnvironment environment) {
        return new Target(
                Optional.of(environment.region()),
                Optional.empty(),
                environment.endpoint(),
                Optional.empty(),
                CALL_TIMEOUT);
    }

    /** What is declared of a history, under the names that it is declared by. */
    static HistorySettings history(
            String table, Event declared, String partitionKey, String sortKey, String partition, String first) {
        var usual = HistorySettings.of(table);
        return new HistorySettings(
                table,
                declared.find(partitionKey).orElse(usual.partitionKeyName()),
                declared.find(sortKey).orElse(usual.sortKeyName()),
                declared.find(partition).orElse(usual.partitionValue()),
                declared.number(first, usual.firstVersion()));
    }

    EnginePorts ports() {
        return ports;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Workflow workflow() {
        var opened = workflow.orElseGet(environment.workflow());
        workflow = Optional.of(opened);
        return opened;
    }

    Triggers triggers() {
        return new Triggers(
                ports,
                connection.triggers(history),
                workflow(),
                new HttpAnswers(surroundings.pause()),
                surroundings,
                LONGEST_LIFE);
    }

    VersionStore versions() {
        return connection.versions(history);
    }

    /** Tells those who follow an execution that it ends before it has a run. */
    void refused(String execution, Cause cause) {
        triggers().refused(execution, cause);
        versions().refused(Anew.base(execution.substring(execution.lastIndexOf(':') + 1)), cause);
    }

    RunClosing closing() {
        return new RunClosing(ports, surroundings.uuids());
    }

    /** Reads the migrations; what only answers and ends does without. */
    RunLifecycle lifecycle() {
        return new RunLifecycle(ports, settings(), MigrationCatalog.load(Session.class.getClassLoader()), surroundings);
    }

    RunSettings settings() {
        return new RunSettings(
                history,
                historyArn(),
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
                workers(),
                Duration.ofSeconds(input.number("settleDelaySeconds", SETTLE_SECONDS)));
    }

    private String historyArn() {
        return connection
                .historyTable(history)
                .find()
                .orElseThrow(() -> FailureCode.TABLE_NOT_FOUND.exception(
                        "history table does not exist: " + history.table() + ". Deploy again: that makes it."));
    }

    int workers() {
        return (int) input.number("maxWorkers", WORKERS);
    }

    @Override
    public void close() {
        workflow.ifPresent(Workflow::close);
        connection.close();
    }
}
