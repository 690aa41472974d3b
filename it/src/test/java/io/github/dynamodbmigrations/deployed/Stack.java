package io.github.dynamodbmigrations.deployed;

import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Run;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/**
 * A root stack of the orders' migrations.
 *
 * @param name its name
 * @param orders the table that it migrates
 * @param historyTable where its history is kept
 */
record Stack(String name, Orders orders, String historyTable) {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(100);

    static Stack over(Orders orders) {
        var id = UUID.randomUUID().toString().substring(0, 8);
        return new Stack("orders-" + id, orders, "history-" + id);
    }

    /** Another stack with the same table and history. */
    Stack twin() {
        return new Stack(name + "-twin", orders, historyTable);
    }

    /**
     * Deploys one moment of the project's life.
     *
     * @param moment a module of {@code it/app}
     * @param parameters besides the names of the tables
     * @param more arguments of the SAM CLI
     */
    Sam.Ended deploy(String moment, Map<String, String> parameters, String... more) {
        var all = new HashMap<>(Map.of(
                "OrdersTable", orders.name(), "HistoryTable", historyTable, "Runtime", Cloud.given("CLOUD_RUNTIME")));
        all.putAll(parameters);
        var template = Path.of("app", moment, "target", "dynamodb-migrations", "template.yaml");
        var start = System.nanoTime();
        var ended = Sam.deploy(name, template.toAbsolutePath(), all, List.of(more));
        var seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        System.out.printf("sam deploy of %s as %s: exit code %d after %d s%n", moment, name, ended.exit(), seconds);
        Traces.say("sam deploy of " + moment + " as " + name + ": " + ended);
        return ended;
    }

    Sam.Ended deploy(String moment) {
        return deploy(moment, Map.of());
    }

    HistoryState history() {
        return Cloud.history(historyTable);
    }

    /** The newest run of a version. */
    Run run(long version) {
        return history().latest(version).orElseThrow(() -> new AssertionError("version " + version + " never ran"));
    }

    /** All executions that runs and timers of this history were given. */
    List<Workflows.Execution> executions() {
        return Workflows.ofHistory(history().id().value());
    }

    /** Deletes it and waits until it is gone. */
    void delete() {
        beginDelete();
        await("the deletion of " + name, () -> status().equals(StackStatus.DELETE_COMPLETE));
    }

    void beginDelete() {
        try (var stacks = Cloud.stacks()) {
            stacks.deleteStack(request -> request.stackName(name));
        }
    }

    StackStatus status() {
        try (var stacks = Cloud.stacks()) {
            return stacks.describeStacks(request -> request.stackName(name))
                    .stacks()
                    .get(0)
                    .stackStatus();
        } catch (CloudFormationException gone) {
            return StackStatus.DELETE_COMPLETE;
        }
    }

    /** The reasons that CloudFormation was given, in this stack and its children. */
    List<String> failures() {
        try (var stacks = Cloud.stacks()) {
            return events(stacks)
                    .filter(event -> event.resourceStatusAsString().endsWith("FAILED"))
                    .map(event -> event.logicalResourceId() + ": " + event.resourceStatusReason())
                    .toList();
        }
    }

    private Stream<StackEvent> events(CloudFormationClient client) {
        return client.describeStacks().stacks().stream()
                .filter(stack ->
                        stack.stackName().equals(name) || stack.stackName().startsWith(name + "-Migration"))
                .flatMap(stack ->
                        client
                                .describeStackEvents(request -> request.stackName(stack.stackId()))
                                .stackEvents()
                                .stream());
    }

    /** A function of the child of version 1. */
    String function(String logicalId) {
        try (var functions = Cloud.functions()) {
            return functions.listFunctions().functions().stream()
                    .map(FunctionConfiguration::functionName)
                    .filter(function ->
                            function.startsWith(name + "-Migration1-") && function.contains("-" + logicalId))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no function " + logicalId + " of " + name));
        }
    }

    /** The newest event of a resource of this type. */
    StackEvent resource(String type) {
        try (var stacks = Cloud.stacks()) {
            return events(stacks)
                    .filter(event -> type.equals(event.resourceType()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + type + " in " + name));
        }
    }

    static void await(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it took too long to reach " + what);
            }
            Background.sleep(POLL);
        }
    }
}
