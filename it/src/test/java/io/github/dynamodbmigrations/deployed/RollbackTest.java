package io.github.dynamodbmigrations.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * An application whose own stack nests the migrations, and whose update fails after they have run. The table is of another
 * stack, which exports its name.
 */
@Deployed
final class RollbackTest {
    private static final int SIZE = 300;
    private static final Duration LONG_ENOUGH_TO_WRITE = Duration.ofSeconds(5);

    private static final String HOST = """
            AWSTemplateFormatVersion: '2010-09-09'
            Transform: AWS::Serverless-2016-10-31
            Description: An application and its migrations
            Parameters:
              HistoryTable: {Type: String}
              Runtime: {Type: String}
              MaxWorkers: {Type: Number, Default: 1}
            Resources:
              Migrations:
                Type: AWS::Serverless::Application
                Properties:
                  Location: %s
                  Parameters:
                    OrdersTable: !ImportValue %s
                    HistoryTable: !Ref HistoryTable
                    Runtime: !Ref Runtime
                    MaxWorkers: !Ref MaxWorkers
            """;

    /** Nobody ever signals it. */
    private static final String FAILING = """
              Handle:
                Type: AWS::CloudFormation::WaitConditionHandle
              Late:
                Type: AWS::CloudFormation::WaitCondition
                DependsOn: Migrations
                Properties: {Handle: !Ref Handle, Timeout: '1', Count: 1}
            """;

    @Test
    void theRollbackOfAnUpdateStartsAndWritesNothingAndWhatHasRunIsNotRunAgain() throws IOException {
        var stack = Stack.over(Orders.create(SIZE));
        Exports.make(export(stack), stack.orders().name());
        var first = stack.deploy(host(stack, "one", ""), Map.of());
        assertTrue(first.succeeded(), first::toString);

        // The other number of workers makes an Update of the first trigger, and another one of its rollback.
        var failed = stack.deploy(host(stack, "three", FAILING), Map.of("MaxWorkers", "2"));
        var then = stack.orders().read();
        var executions = stack.executions();

        assertFalse(failed.succeeded(), failed::toString);
        var events = stack.resources("Custom::DynamoDbMigration");
        assertEquals(
                2,
                events.stream()
                        .filter(event -> event.resourceStatusAsString().equals("UPDATE_COMPLETE"))
                        .count(),
                events::toString);
        assertRanOnce(stack);
        Background.sleep(LONG_ENOUGH_TO_WRITE);
        assertEquals(0, stack.orders().changedSince(then), "orders were written by the rollback");
        assertEquals(executions, stack.executions());
        assertTrue(executions.stream().noneMatch(Workflows.Execution::isRunning), executions::toString);

        var again = stack.deploy(host(stack, "three", ""), Map.of());

        assertTrue(again.succeeded(), again::toString);
        assertRanOnce(stack);
        assertEquals(0, stack.orders().changedSince(then));
        assertEquals(SIZE, stack.orders().count("cents"));
    }

    private static void assertRanOnce(Stack stack) {
        for (var version = 1L; version <= 3; version++) {
            assertEquals(RunState.SUCCEEDED, stack.run(version).state());
            assertEquals(1, stack.run(version).attempts().size());
        }
    }

    private static String export(Stack stack) {
        return "table-of-" + stack.name();
    }

    private static Path host(Stack stack, String moment, String more) throws IOException {
        var host = Path.of("target", "deployed", "host-" + moment + more.length() + ".yaml")
                .toAbsolutePath();
        Files.createDirectories(host.getParent());
        var migrations = Variation.emitted(moment).resolve("template.yaml");
        return Files.writeString(host, HOST.formatted(migrations, export(stack)) + more);
    }
}
