package io.github.dynamodbmigrations.deployed;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.responder.Sink;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

/** Deployments that are broken off while their migration is at work. */
@Deployed
final class InterruptionTest {
    private static final int SIZE = 2_000;
    private static final Map<String, String> SLOW = Map.of("WriteUnits", "60", "MaxWorkers", "4");
    private static final Duration LONG_ENOUGH_TO_WRITE = Duration.ofSeconds(5);

    @Test
    void anAbortedExecutionFailsTheDeploymentAndTheNextOneGoesOn() {
        var stack = Stack.over(Orders.create(SIZE));
        var deploying = begin(stack);
        stack.executions().stream().filter(execution -> !execution.isTimer()).forEach(Workflows.Execution::stop);

        var aborted = deploying.join();

        assertFalse(aborted.succeeded(), aborted::toString);
        assertEquals(RunState.INTERRUPTED, stack.run(1).state());
        assertWritesNothingMore(stack.orders());
        assertGoesOn(stack);
    }

    /**
     * The emulator forgets a child whose creation is under way when its root is deleted, so that the event is brought to
     * the function by the test; all the rest is real.
     */
    @Test
    void aDeleteStopsTheRunBeforeItIsAnsweredAndTheNextDeploymentGoesOn() throws UnknownHostException {
        var stack = Stack.over(Orders.create(SIZE));
        var deploying = begin(stack);

        try (var sink = new Sink(InetAddress.getByName(Cloud.endpoint().getHost()))) {
            deleteTrigger(stack, sink.url());
            Stack.await("the answer", () -> !sink.taken().isEmpty());

            assertWritesNothingMore(stack.orders());
            var answer = sink.only();
            assertEquals("SUCCESS", requireNonNull(answer.get("Status")).asString(), answer::toString);
        }
        assertFalse(deploying.join().succeeded());
        assertEquals(RunState.INTERRUPTED, stack.run(1).state());
        assertGoesOn(stack);
    }

    /** What CloudFormation sends for a resource whose Create it no longer waits for: it has invented the physical id. */
    private static void deleteTrigger(Stack stack, String url) {
        var execution = stack.executions().stream()
                .filter(running -> !running.isTimer())
                .findFirst()
                .orElseThrow();
        var trigger = stack.resource("Custom::DynamoDbMigration");
        var event = """
                {"RequestType": "Delete", "RequestId": "%s", "ResponseURL": "%s", "StackId": "%s", "LogicalResourceId": "%s",
                 "PhysicalResourceId": "orders-invented", "ResourceType": "Custom::DynamoDbMigration",
                 "ResourceProperties": {"StateMachineArn": "%s", "HistoryId": "%s", "Input": %s}}
                """.formatted(
                        stack.name(),
                        url,
                        trigger.stackId(),
                        trigger.logicalResourceId(),
                        execution.machine(),
                        stack.history().id().value(),
                        execution.input());
        try (var functions = Cloud.functions()) {
            functions.invoke(request -> request.functionName(stack.function("Control"))
                    .invocationType("Event")
                    .payload(SdkBytes.fromUtf8String(event)));
        }
    }

    /** Deploys, and returns when items are being written. */
    private static CompletableFuture<Sam.Ended> begin(Stack stack) {
        var deploying = CompletableFuture.supplyAsync(() -> stack.deploy("one", SLOW, "--on-failure", "DELETE"));
        Stack.await("the first pages", () -> deploying.isDone() || stack.hasWritten());
        assertFalse(deploying.isDone(), "it ended before it could be broken off");
        return deploying;
    }

    private static void assertWritesNothingMore(Orders orders) {
        var then = orders.read();
        assertTrue(orders.count("currency") < SIZE);
        Background.sleep(LONG_ENOUGH_TO_WRITE);
        assertEquals(0, orders.changedSince(then), "orders were written after the answer");
    }

    private static void assertGoesOn(Stack stack) {
        var rank = stack.run(1).rank();

        var next = stack.deploy("one", Map.of(), "--on-failure", "DELETE");

        assertTrue(next.succeeded(), next::toString);
        assertEquals(RunState.SUCCEEDED, stack.run(1).state());
        assertEquals(rank, stack.run(1).rank());
        assertEquals(2, stack.run(1).attempts().size());
        assertEquals(SIZE, stack.orders().count("currency"));
    }
}
