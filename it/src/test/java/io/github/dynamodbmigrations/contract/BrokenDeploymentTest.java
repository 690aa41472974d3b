package io.github.dynamodbmigrations.contract;

import static io.github.dynamodbmigrations.responder.DeliveredEvents.MACHINE;
import static io.github.dynamodbmigrations.responder.DeliveredEvents.context;
import static io.github.dynamodbmigrations.responder.DeliveredEvents.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.engine.ExecutionStatus;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.integration.LocalCredentials;
import io.github.dynamodbmigrations.responder.Sink;
import io.github.dynamodbmigrations.trigger.ResourceRequest;
import io.github.dynamodbmigrations.trigger.TriggerId;
import io.github.dynamodbmigrations.workflow.InputText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Deployments that fail, stop, or take too long: what CloudFormation is told, and what the history keeps. */
@ExtendWith(LocalCredentials.class)
@Execution(ExecutionMode.CONCURRENT)
final class BrokenDeploymentTest {
    private final Deployed deployed = new Deployed();
    private final Sink sink = new Sink();

    @BeforeEach
    void makesAHistory() {
        deployed.makeHistory();
    }

    @Test
    void theCauseOfAWorkersFailureIsTheReasonOfTheDeployment() {
        applyFirst();
        deployed.put("CUSTOMER#1", Map.of("fullName", AttributeValue.fromS("Plato")));
        create("2", Map.of());

        var machine = deployed.machine(last());
        assertEquals("Failed", machine.run());

        assertTrue(machine.entered.containsAll(List.of("Fail", "Quiesce", "SignalFailure")));
        assertEquals("FAILED", field("Status"));
        assertTrue(field("Reason").startsWith("DM414 "), field("Reason"));
        assertEquals("DM414", deployed.run().cause().orElseThrow().code());
        assertTrue(deployed.ports.lock().read().holder().isEmpty());
        assertTrue(deployed.workflow.stopped.contains(last() + "-t"), "the timer goes on");
    }

    @Test
    void aRunThatMayNotStartSaysWhy() {
        create("2", Map.of());

        assertEquals("Failed", deployed.follow(last()));

        assertEquals("FAILED", field("Status"));
        assertTrue(field("Reason").startsWith("DM205 version 1 "), field("Reason"));
        assertTrue(field("Reason").contains("`mvn dynamodb-migrations:migrate`"), field("Reason"));
        assertTrue(deployed.ports.lock().read().holder().isEmpty());
    }

    @Test
    void anExecutionThatIsAbortedLeavesARunThatTheNextOneResumes() throws InterruptedException {
        create("1", Map.of());
        stopAt(last(), "Migrate");
        var claimed = deployed.ports
                .checkpoints()
                .claim(new SegmentPass(1, 1, 1, 0), 1, "slow")
                .checkpoint();

        deployed.workflow.statuses.put(last(), ExecutionStatus.OVER);
        var reported = new Thread(() -> broken(last(), "ABORTED"));
        reported.start();
        while (deployed.run().state() == RunState.RUNNING) {
            Thread.onSpinWait();
        }
        assertEquals(0, sink.attempts(), "told while a worker may still write");
        deployed.ports.checkpoints().checkOut(claimed);
        reported.join();

        assertEquals("FAILED", field("Status"));
        assertTrue(field("Reason").startsWith("DM335 "), field("Reason"));
        assertEquals(RunState.INTERRUPTED, deployed.run().state());
        assertTrue(deployed.ports.lock().read().holder().isEmpty());
        assertTrue(deployed.ports.lock().read().unclean().isEmpty());

        try (var again = new Sink()) {
            deployed.create(again, "r9", deployed.inputOf("1", Map.of()), Map.of());
            assertEquals("Succeeded", deployed.follow(last()));
            assertEquals(1, again.taken().size());
        }
        assertEquals(2, deployed.run().attempts().size());
    }

    @Test
    void whoeverFindsADeadExecutionBeforeTheRuleDoesGoesOn() {
        create("1", Map.of());
        stopAt(last(), "Migrate");
        deployed.workflow.statuses.put(last(), ExecutionStatus.OVER);

        try (var again = new Sink()) {
            deployed.create(again, "r9", deployed.inputOf("1", Map.of()), Map.of());
            assertEquals(2, deployed.workflow.runs().size(), "a dead execution is followed");
            assertEquals("Succeeded", deployed.follow(last()));
        }
        assertEquals(RunState.SUCCEEDED, deployed.run().state());
    }

    @Test
    void failureWaitsForWorkersThatHaveNotLetGo() {
        var claimed = failed(() -> deployed.ports
                .checkpoints()
                .claim(new SegmentPass(1, 1, 1, 0), 1, "slow")
                .checkpoint());

        assertEquals("WAIT", quiesce("2026-01-01T00:00:04Z").get("next"));
        assertTrue(deployed.ports.lock().read().holder().isPresent(), "let go while a worker writes");
        deployed.ports.checkpoints().checkOut(claimed);
        assertEquals("QUIET", quiesce("2026-01-01T00:00:04Z").get("next"));
        assertTrue(deployed.ports.lock().read().holder().isEmpty());
        assertTrue(deployed.ports.lock().read().unclean().isEmpty());
        assertEquals(RunState.FAILED, deployed.run().state());
    }

    @Test
    void failureWaitsUntilAWorkerBetweenTwoSegmentsKnowsOfIt() {
        failed(() -> "nothing is claimed");

        assertEquals("WAIT", quiesce("2026-01-01T00:00:03Z").get("next"));
        assertTrue(deployed.ports.lock().read().holder().isPresent(), "let go while a worker may take a segment");
        assertEquals("QUIET", quiesce("2026-01-01T00:00:04Z").get("next"));
        assertTrue(deployed.ports.lock().read().holder().isEmpty());
    }

    /** Fails a run at its first pass, after something was done in it; at one second past midnight. */
    private <T> T failed(Supplier<T> meanwhile) {
        create("1", Map.of());
        stopAt(last(), "Migrate");
        var done = meanwhile.get();
        assertEquals(
                Map.of("next", "QUIESCE", "at", "2026-01-01T00:00:01Z"),
                control(ofRun("fail", "2026-01-01T00:00:01Z")));
        return done;
    }

    private Map<String, Object> quiesce(String entered) {
        var call = ofRun("quiesce", entered);
        call.put("since", "2026-01-01T00:00:01Z");
        return control(call);
    }

    private Map<String, Object> ofRun(String action, String entered) {
        return new HashMap<>(Map.of(
                "action", action,
                "execution", last(),
                "input", Objects.requireNonNull(deployed.workflow.started.get(last())),
                "run", Map.of("version", 1, "rank", 1, "pass", 1, "sweeps", 0, "epoch", 1),
                "error", Map.of("code", "States.TaskFailed"),
                "entered", entered));
    }

    @Test
    void noWorkerIsWaitedForLongerThanItCanLive() {
        create("1", Map.of());
        stopAt(last(), "Migrate");
        deployed.ports.checkpoints().claim(new SegmentPass(1, 1, 1, 0), 1, "lost");
        var call = ofRun("quiesce", "2026-01-01T00:15:00Z");
        call.put("since", "2026-01-01T00:00:00Z");

        assertEquals("QUIET", control(call).get("next"));
        assertTrue(deployed.ports.lock().read().unclean().isPresent());
    }

    @Test
    void theLastWaitEndsAsAFailureAndAnEarlierOneGoesOn() {
        create("1", Map.of());
        timer(last());
        assertEquals("FAILED", field("Status"));
        assertTrue(field("Reason").startsWith("DM331 "), field("Reason"));

        try (var first = new Sink()) {
            deployed.create(first, "r2", deployed.inputOf("1", Map.of()), Map.of("Ordinal", "1", "Triggers", "2"));
            timer(last());
            assertEquals(
                    "SUCCESS",
                    Objects.requireNonNull(first.only().get("Status")).text());
            timer(last());
            assertEquals(1, first.attempts(), "answered twice");
        }
    }

    @Test
    void aChainedTriggerFollowsTheRunThatTheFirstOneStarted() {
        create("1", Map.of());
        var execution = last();
        stopAt(execution, "Migrate");
        try (var second = new Sink()) {
            deployed.create(second, "r2", deployed.inputOf("1", Map.of()), Map.of());
            assertEquals(List.of(execution), deployed.workflow.runs());
            deployed.control.handleRequest(
                    Map.of("action", "signal", "execution", execution, "input", deployed.inputOf("1", Map.of())),
                    context(300_000));
            assertEquals(1, second.taken().size());
        }
    }

    @Test
    void nobodyWaitsForADetachedRun() {
        deployed.create(sink, "r1", deployed.inputOf("1", Map.of()), Map.of("Detached", "true"));
        assertEquals("SUCCESS", field("Status"));
        assertEquals(Set.of(last()), deployed.workflow.started.keySet());
    }

    @Test
    void aRunOnAnOlderDefinitionIsStartedAnew() {
        create("1", Map.of("definition", "of-the-next-version"));
        var stale = last();
        var machine = deployed.machine(stale);

        assertEquals("Succeeded", machine.run());

        assertEquals(List.of("Start", "Plan", "Planned", "Signal", "Succeeded"), machine.entered);
        assertEquals(List.of(stale, stale + "-r1"), deployed.workflow.runs());
        assertEquals(0, sink.attempts(), "answered by the stale one");
        assertTrue(deployed.ports.history().read().runs().isEmpty());
    }

    @Test
    void aBaselineCoversWhatWasMigratedByHand() {
        deployed.create(sink, "r1", deployed.inputOf("1", Map.of()), Map.of("BaselineVersion", "1"));
        assertEquals("SUCCESS", field("Status"));
        assertEquals(Map.of(), deployed.workflow.started);
        assertEquals(1, deployed.ports.history().read().baseline());
        assertFalse(deployed.ports.history().read().isApplied(2));
    }

    @Test
    void aDeletedTriggerStopsItsRun() {
        create("1", Map.of());
        var execution = last();
        stopAt(execution, "Migrate");
        var id = physicalId();
        try (var gone = new Sink()) {
            deployed.control.handleRequest(
                    request("Delete", "d1", gone.url(), id, Map.of("Input", deployed.inputOf("1", Map.of()))),
                    context(300_000));
            assertEquals(
                    "SUCCESS", Objects.requireNonNull(gone.only().get("Status")).text());
        }
        assertTrue(deployed.workflow.stopped.contains(execution));
        assertEquals("DM307", deployed.run().cause().orElseThrow().code());
        assertTrue(deployed.ports.lock().read().holder().isEmpty());
    }

    private static String physicalId() {
        var create = new ResourceRequest(ResourceRequest.Type.CREATE, "r1", "", "", "", "");
        return TriggerId.of(1, create).physicalId();
    }

    private void applyFirst() {
        try (var first = new Sink()) {
            deployed.create(first, "r0", deployed.inputOf("1", Map.of()), Map.of());
            assertEquals("Succeeded", deployed.follow(last()));
        }
    }

    private void create(String version, Map<String, Object> more) {
        deployed.create(sink, "r1", deployed.inputOf(version, more), Map.of());
    }

    private void stopAt(String execution, String state) {
        var machine = deployed.machine(execution);
        machine.stops = Set.of(state);
        assertEquals(state, machine.run());
    }

    private void timer(String execution) {
        assertEquals("TimeIsUp", deployed.machine(execution + "-t").run());
    }

    private void broken(String execution, String status) {
        var input = InputText.write(Objects.requireNonNull(deployed.workflow.started.get(execution)));
        control(Map.of(
                "detail-type",
                "Step Functions Execution Status Change",
                "detail",
                Map.of("executionArn", execution, "stateMachineArn", MACHINE, "status", status, "input", input)));
    }

    private Map<String, Object> control(Map<String, Object> event) {
        return deployed.control.handleRequest(event, context(300_000));
    }

    private String last() {
        var runs = deployed.workflow.runs();
        return runs.get(runs.size() - 1);
    }

    private String field(String name) {
        return Objects.requireNonNull(sink.only().get(name)).text();
    }
}
