package io.github.dynamodbmigrations.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.integration.LocalCredentials;
import io.github.dynamodbmigrations.responder.Sink;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What AWS charges for a state machine, which does not grow with the table. */
@ExtendWith(LocalCredentials.class)
@Execution(ExecutionMode.CONCURRENT)
final class TransitionsTest {
    private static final int FEW = 2_000;
    private static final int MANY = 20_000;
    private static final int MOST = 40;

    @Test
    void tenTimesAsManyItemsTakeNoMoreStateTransitions() {
        var few = transitions(FEW);
        var many = transitions(MANY);

        System.out.printf("%,d items: %d state transitions; %,d items: %d%n", FEW, few, MANY, many);
        assertEquals(few, many);
        assertTrue(many <= MOST, () -> many + " state transitions");
    }

    /** Of the run and its children, and of the timer until it is stopped. */
    private static int transitions(int items) {
        var deployed = new Deployed();
        deployed.makeHistory();
        deployed.putOrders(items);
        try (var sink = new Sink()) {
            var more = Map.<String, Object>of("maxWorkers", "4", "readUnits", "40000", "writeUnits", "40000");
            deployed.create(sink, "r1", deployed.inputOf("1", more), Map.of());
            var execution = deployed.workflow.runs().get(0);
            var timer = deployed.machine(execution + "-t");
            timer.stops = Set.of("SignalTimer");
            assertEquals("SignalTimer", timer.run());
            var run = deployed.machine(execution);

            assertEquals("Succeeded", run.run());

            assertEquals(RunState.SUCCEEDED, deployed.run().state());
            assertEquals(items, deployed.run().tally().updated());
            return run.entered.size() + timer.entered.size() - 1;
        }
    }
}
