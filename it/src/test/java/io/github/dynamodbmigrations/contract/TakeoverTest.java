package io.github.dynamodbmigrations.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.integration.LocalCredentials;
import io.github.dynamodbmigrations.integration.operate.ToldExecutions;
import io.github.dynamodbmigrations.responder.Sink;
import io.github.dynamodbmigrations.run.DirectEntry;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An execution is broken off and the event of its end is lost: a laptop finishes what it has begun. */
@ExtendWith(LocalCredentials.class)
final class TakeoverTest {
    private final Deployed deployed = new Deployed();

    @Test
    void migrateFinishesWhatAnExecutionThatIsOverHasBegun() {
        var execution = begin();
        try (var stepFunctions = new ToldExecutions("ABORTED")) {
            assertEquals("", migrate(stepFunctions));
            assertEquals(List.of(execution), stepFunctions.asked());
        }
        var run = deployed.run();
        assertEquals(RunState.SUCCEEDED, run.state());
        assertEquals(1, run.rank(), "the same application of the version");
        assertEquals(
                List.of(Owner.Kind.WORKFLOW, Owner.Kind.DIRECT),
                run.attempts().stream().map(attempt -> attempt.owner().kind()).toList());
    }

    @Test
    void migrateLeavesAnExecutionAloneThatIsUnderWay() {
        var execution = begin();
        try (var stepFunctions = new ToldExecutions("RUNNING")) {
            var failure = migrate(stepFunctions);
            assertTrue(failure.startsWith("DM302 the lock of the history is held by workflow " + execution), failure);
        }
        assertEquals(RunState.RUNNING, deployed.run().state());
        assertEquals(1, deployed.run().attempts().size());
    }

    /** A run whose first pass is done, and whose execution does nothing more. */
    private String begin() {
        deployed.makeHistory();
        deployed.put("order", Map.of());
        try (var sink = new Sink()) {
            deployed.create(sink, "r1", deployed.inputOf("1", Map.of()), Map.of());
        }
        var execution = deployed.workflow.runs().get(0);
        var machine = deployed.machine(execution);
        machine.stops = Set.of("Verify");
        assertEquals("Verify", machine.run());
        assertEquals(RunState.RUNNING, deployed.run().state());
        return execution;
    }

    private String migrate(ToldExecutions stepFunctions) {
        var settings = Map.of(
                "goal", "migrate",
                "region", "us-east-1",
                "endpoint", stepFunctions.endpoint().toString(),
                "accessKeyId", "local",
                "secretAccessKey", "local",
                "historyTable", deployed.history,
                "tables.Shop", deployed.table,
                "target", "1",
                "lockWaitSeconds", "3",
                "settleDelaySeconds", "0");
        return DirectEntry.run(settings, new PrintStream(OutputStream.nullOutputStream()))
                .getOrDefault("failure", "");
    }
}
