package io.github.dynamodbmigrations.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.RunState;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Deployed
final class OneMigrationTest {
    private static final int SIZE = 2_000;
    private static final long MOST_TRANSITIONS = 40;
    private static final Map<String, String> WORKERS = Map.of("MaxWorkers", "4");

    @Test
    void samDeployMigratesAndAnotherOneWithNothingNewStartsAndWritesNothing() {
        var stack = Stack.over(Orders.create(SIZE));

        var first = stack.deploy("one", WORKERS);

        assertTrue(first.succeeded(), first::toString);
        assertEquals(RunState.SUCCEEDED, stack.run(1).state());
        assertEquals(SIZE, stack.orders().count("currency"));
        assertEquals(SIZE, stack.run(1).tally().updated());
        var executions = stack.executions();
        var transitions =
                executions.stream().mapToLong(Workflows.Execution::transitions).sum();
        System.out.printf("%,d items, 4 workers: %d state transitions in all%n", SIZE, transitions);
        assertTrue(transitions <= MOST_TRANSITIONS, () -> transitions + " state transitions");

        var before = stack.orders().read();
        var second = stack.deploy("one", Map.of("LogRetentionDays", "7", "MaxWorkers", "4"));

        assertTrue(second.succeeded(), second::toString);
        assertEquals(executions, stack.executions());
        assertEquals(0, stack.orders().changedSince(before));
        assertEquals(1, stack.run(1).attempts().size());
    }
}
