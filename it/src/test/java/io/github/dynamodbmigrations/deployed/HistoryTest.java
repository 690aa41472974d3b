package io.github.dynamodbmigrations.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.RunState;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a deployment makes of what happened before it, and beside it. */
@Deployed
final class HistoryTest {
    private static final int SIZE = 300;

    @Test
    void twoRootStacksAtOnceOverOneHistoryRunEachMigrationOnce() {
        var one = Stack.over(Orders.create(SIZE));
        var other = one.twin();

        var deploying = CompletableFuture.supplyAsync(() -> one.deploy("three"));
        var deployed = other.deploy("three");

        assertTrue(deployed.succeeded(), deployed::toString);
        assertTrue(deploying.join().succeeded(), () -> deploying.join().toString());
        assertEquals(3, one.history().runs().size());
        for (var run : one.history().runs()) {
            assertEquals(RunState.SUCCEEDED, run.state());
            assertEquals(1, run.attempts().size());
            assertEquals(SIZE, run.tally().updated());
        }
    }

    @Test
    void aMigrationThatChangedAfterItRanFailsADeploymentThatIsToFailOnDriftAndIsNotRunAgainByAnother() {
        var stack = Stack.over(Orders.create(SIZE));
        assertTrue(stack.deploy("one").succeeded());

        var refused = stack.deploy("drifted", Map.of("FailOnDrift", "true"));

        assertFalse(refused.succeeded(), refused::toString);
        assertTrue(
                stack.failures().toString().contains(FailureCode.DRIFT.code()),
                () -> stack.failures().toString());
        assertEquals(1, stack.history().runs().size());
        assertEquals(0, stack.orders().count("lastName"));

        var drifted = stack.deploy("drifted");

        assertTrue(drifted.succeeded(), drifted::toString);
        assertEquals(3, stack.history().runs().size());
        assertEquals(1, stack.history().latest(1).orElseThrow().attempts().size());
        assertEquals(SIZE, stack.orders().count("lastName"));
        assertTrue(stack.orders().read().stream()
                .allMatch(order -> order.text("currency").equals("EUR")));
    }

    @Test
    void whatTheBaselineCoversIsNotRun() {
        var stack = Stack.over(Orders.create(SIZE));

        var deployed = stack.deploy("three", Map.of("BaselineVersion", "1"));

        assertTrue(deployed.succeeded(), deployed::toString);
        assertTrue(stack.history().latest(1).isEmpty());
        assertEquals(0, stack.orders().count("currency"));
        assertEquals(SIZE, stack.orders().count("cents"));
    }
}
