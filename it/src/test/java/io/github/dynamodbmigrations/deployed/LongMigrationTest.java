package io.github.dynamodbmigrations.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.RunState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** A migration that takes longer than anything that works for it may live: a worker, a trigger, an execution. */
@Deployed
final class LongMigrationTest {
    private static final int SIZE = 3_000;
    private static final int WORKERS = 2;
    private static final Map<String, String> SLOW = Map.of("WriteUnits", "60", "MaxWorkers", "2");

    /** Three waits; seconds for what takes 15, 55 and 167 minutes where users deploy. */
    private static Path hurried() {
        return Variation.of("patient")
                .with("Timeout: 900\n", "Timeout: 20\n")
                .with("HoldSeconds: 3300\n", "HoldSeconds: 22\n")
                .with("\"TimeoutSeconds\": 10050,", "\"TimeoutSeconds\": 40,")
                .write("hurried");
    }

    @Test
    void theSecondOfThreeWaitsFailsWithTheExecutionAndTheSameDeploymentGoesOn() {
        var stack = Stack.over(Orders.create(SIZE));
        var template = hurried();

        var first = stack.deploy(template, SLOW, "--on-failure", "DELETE");

        assertFalse(first.succeeded(), first::toString);
        assertEquals(
                List.of("01 CREATE_COMPLETE", "02 CREATE_FAILED"),
                stack.resources("Custom::DynamoDbMigration").stream()
                        .map(LongMigrationTest::told)
                        .filter(event -> event.contains(" CREATE") && !event.endsWith("_IN_PROGRESS"))
                        .sorted()
                        .toList());
        var timedOut = stack.executions().stream()
                .filter(execution -> execution.status().equals("TIMED_OUT"))
                .findFirst()
                .orElseThrow();
        var calls = timedOut.entered().stream().filter("MigrateGroup"::equals).count();
        System.out.printf("%d workers were called %d times%n", WORKERS, calls);
        assertTrue(calls > WORKERS, () -> "each worker was called once only: " + timedOut.entered());
        var interrupted = stack.run(1);
        assertEquals(RunState.INTERRUPTED, interrupted.state());
        assertEquals(
                FailureCode.EXECUTION_OVER.code(),
                interrupted.cause().orElseThrow().code());
        var migrated = stack.orders().count("currency");
        assertTrue(migrated > 0 && migrated < SIZE, () -> migrated + " orders were migrated");

        var second = stack.deploy(template, Map.of("MaxWorkers", "2"), "--on-failure", "DELETE");

        assertTrue(second.succeeded(), second::toString);
        assertEquals(RunState.SUCCEEDED, stack.run(1).state());
        assertEquals(interrupted.rank(), stack.run(1).rank());
        assertEquals(2, stack.run(1).attempts().size());
        assertEquals(SIZE, stack.orders().count("currency"));
    }

    private static String told(StackEvent event) {
        return event.logicalResourceId().substring(event.logicalResourceId().length() - 2) + " "
                + event.resourceStatusAsString();
    }
}
