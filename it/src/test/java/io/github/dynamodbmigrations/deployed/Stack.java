package io.github.dynamodbmigrations.deployed;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Run;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
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
    /** Each worker is a container that is started. */
    private static final String FEW = "1";

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
     * @param moment a module of {@code it/moments}
     * @param parameters besides the names of the tables; unless they say otherwise there is one worker
     * @param more arguments of the SAM CLI
     */
    Sam.Ended deploy(String moment, Map<String, String> parameters, String... more) {
        return deploy(Variation.emitted(moment).resolve("template.yaml"), parameters, more);
    }

    /** Deploys another template than an emitted one. */
    Sam.Ended deploy(Path template, Map<String, String> parameters, String... more) {
        var all = new HashMap<>(Map.of(
                "OrdersTable",
                orders.name(),
                "HistoryTable",
                historyTable,
                "Runtime",
                Cloud.given("CLOUD_RUNTIME"),
                "MaxWorkers",
                FEW));
        all.putAll(parameters);
        var start = System.nanoTime();
        var ended = Sam.deploy(name, template, all, List.of(more));
        var seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        var what = Path.of("").toAbsolutePath().relativize(template);
        System.out.printf("sam deploy of %s as %s: exit code %d after %d s%n", what, name, ended.exit(), seconds);
        Traces.say("sam deploy of " + what + " as " + name + ": " + ended);
        return ended;
    }

    Sam.Ended deploy(String moment) {
        return deploy(moment, Map.of());
    }

    HistoryState history() {
        return Cloud.history(historyTable);
    }

    /** Whether something is so; as long as there is no history it is not. */
    boolean says(Predicate<Stack> condition) {
        try {
            return condition.test(this);
        } catch (MigrationException | SdkException notYet) {
            return false;
        }
    }

    /** Whether the run of version 1 has written items. */
    boolean hasWritten() {
        return says(stack -> stack.history().latest(1).isPresent() && orders.count("currency") > 0);
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
        return client.describeStacksPaginator().stacks().stream()
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
            return functions.listFunctionsPaginator().functions().stream()
                    .map(FunctionConfiguration::functionName)
                    .filter(function ->
                            function.startsWith(name + "-Migration1-") && function.contains("-" + logicalId))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no function " + logicalId + " of " + name));
        }
    }

    /** The newest event of a resource of this type. */
    StackEvent resource(String type) {
        return resources(type).stream().findFirst().orElseThrow(() -> new AssertionError("no " + type + " in " + name));
    }

    /** All events of resources of this type, of each stack the newest first. */
    List<StackEvent> resources(String type) {
        try (var stacks = Cloud.stacks()) {
            return events(stacks)
                    .filter(event -> type.equals(event.resourceType()))
                    .toList();
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
