package io.github.dynamodbmigrations.contract;

import static io.github.dynamodbmigrations.responder.DeliveredEvents.MACHINE;
import static io.github.dynamodbmigrations.responder.DeliveredEvents.context;
import static io.github.dynamodbmigrations.responder.DeliveredEvents.properties;
import static io.github.dynamodbmigrations.responder.DeliveredEvents.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.integration.LocalCredentials;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.lambda.ControlHandler;
import io.github.dynamodbmigrations.lambda.RuntimeEnvironment;
import io.github.dynamodbmigrations.lambda.WorkerHandler;
import io.github.dynamodbmigrations.responder.DenyingProxy;
import io.github.dynamodbmigrations.responder.Sink;
import io.github.dynamodbmigrations.workflow.SfnWorkflow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A role that is seconds old is waited for, and one that lacks a right is not. */
@ExtendWith(LocalCredentials.class)
@Execution(ExecutionMode.CONCURRENT)
final class NewRoleTest {
    private static final String LONG_AGO = "2026-01-01T00:00:00Z";
    private final Deployed deployed = new Deployed();
    private final AtomicInteger ended = new AtomicInteger();

    @BeforeEach
    void makesAHistory() {
        deployed.makeHistory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PutItem", "Query", "DescribeTable"})
    void aTriggerWaitsUntilItIsNotDeniedAnyMore(String action) {
        try (var proxy = new DenyingProxy(LocalDynamo.endpoint(), action, 1);
                var sink = new Sink()) {
            new ControlHandler(through(proxy))
                    .handleRequest(
                            request("Create", "r1", sink.url(), "", properties(deployed.inputOf("1", Map.of()))),
                            context(300_000));
            assertEquals(0, sink.attempts());
            assertEquals(1, deployed.workflow.runs().size());
        }
    }

    @Test
    void planningWaitsThreeMinutesAndThenNamesTheAction() {
        try (var proxy = new DenyingProxy(LocalDynamo.endpoint(), "TransactWriteItems", Integer.MAX_VALUE);
                var sink = new Sink()) {
            deployed.create(sink, "r1", deployed.inputOf("1", Map.of()), Map.of());
            var call = new HashMap<String, Object>(Map.of(
                    "action",
                    "plan",
                    "execution",
                    execution(),
                    "input",
                    Objects.requireNonNull(deployed.workflow.started.get(execution())),
                    "definition",
                    "any",
                    "last",
                    Map.of(),
                    "started",
                    LONG_AGO,
                    "entered",
                    "2026-01-01T00:02:59Z"));
            var control = new ControlHandler(through(proxy));
            assertEquals("WAIT", control.handleRequest(call, context(300_000)).get("next"));

            call.put("entered", "2026-01-01T00:03:00Z");
            var thrown = assertThrows(MigrationException.class, () -> control.handleRequest(call, context(300_000)));

            assertEquals("DM416", thrown.code());
            call.put("action", "signal");
            control.handleRequest(call, context(300_000));
            var reason = Objects.requireNonNull(sink.only().get("Reason")).text();
            assertTrue(reason.startsWith("DM416 ") && reason.contains("TransactWriteItems"), reason);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Scan", "UpdateItem"})
    void aDeniedWorkerEndsItsProcessAndLaterTheRun(String action) {
        deployed.putOrders(1);
        try (var proxy = new DenyingProxy(LocalDynamo.endpoint(), action, Integer.MAX_VALUE).about(deployed.table);
                var sink = new Sink()) {
            deployed.create(sink, "r1", deployed.inputOf("1", Map.of()), Map.of());
            var machine = deployed.machine(execution());
            machine.stops = Set.of("Migrate");
            machine.run();
            var worker = new WorkerHandler(through(proxy));
            var call = new HashMap<String, Object>(Map.of(
                    "action",
                    "migrate",
                    "input",
                    Objects.requireNonNull(deployed.workflow.started.get(execution())),
                    "run",
                    Map.of("version", 1, "rank", 1, "pass", 1, "sweeps", 0, "epoch", 1),
                    "group",
                    0,
                    "of",
                    1,
                    "started",
                    Instant.now().toString()));

            assertThrows(MigrationException.class, () -> worker.handleRequest(call, context(900_000)));
            assertEquals(1, ended.get());
            assertEquals(RunState.RUNNING, deployed.run().state());

            call.put("started", LONG_AGO);
            var answer = worker.handleRequest(call, context(900_000));
            assertTrue(String.valueOf(answer.get("Error")).startsWith("DM416 "), answer::toString);
            assertEquals(1, ended.get(), "ended although the role is old");
            assertEquals(RunState.FAILED, deployed.run().state());
            var cause = deployed.run().cause().orElseThrow();
            assertEquals("DM416", cause.code());
            assertTrue(cause.message().contains(action), cause.message());
        }
    }

    @Test
    void aTriggerWaitsUntilItMayStartExecutionsAndAnAccusationNamesTheAction() {
        try (var stepFunctions = new StartedExecutions();
                var proxy = new DenyingProxy(stepFunctions.endpoint(), "StartExecution", 1);
                var sink = new Sink()) {
            var environment = new RuntimeEnvironment(
                    "us-east-1",
                    Optional.of(LocalDynamo.endpoint()),
                    () -> SfnWorkflow.open("us-east-1", Optional.of(proxy.endpoint())),
                    () -> {});

            new ControlHandler(environment)
                    .handleRequest(
                            request("Create", "r1", sink.url(), "", properties(deployed.inputOf("1", Map.of()))),
                            context(300_000));

            assertEquals(0, sink.attempts());
            assertEquals(2, stepFunctions.names().size(), "a run and a timer");
        }
        try (var stepFunctions = new StartedExecutions();
                var proxy = new DenyingProxy(stepFunctions.endpoint(), "StartExecution", Integer.MAX_VALUE);
                var workflow = SfnWorkflow.open("us-east-1", Optional.of(proxy.endpoint()))) {
            var thrown = assertThrows(MigrationException.class, () -> workflow.start(MACHINE, "any", Map.of()));

            assertEquals("DM416", thrown.code());
            assertTrue(String.valueOf(thrown.getMessage()).contains("states:StartExecution"), thrown::getMessage);
            assertEquals(List.of(), stepFunctions.names());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "${ControlFunctionArn}, Lambda.AWSLambdaException",
        "${WorkerFunctionArn}, Lambda.AWSLambdaException",
        "${WorkerFunctionArn}, Runtime.ExitError"
    })
    void aStateMachineCallsAgainWhatItMayNotCallForAMinute(String denied, String error) {
        try (var sink = new Sink()) {
            deployed.putOrders(1);
            deployed.create(sink, "r1", deployed.inputOf("1", Map.of()), Map.of());

            var machine = denying(denied, error, Duration.ofMinutes(1));

            assertEquals("Succeeded", machine.run());
            assertEquals(RunState.SUCCEEDED, deployed.run().state());
            assertEquals(
                    "SUCCESS", Objects.requireNonNull(sink.only().get("Status")).text());
        }
    }

    @Test
    void aStateMachineThatMayNotCallItsWorkerFailsAfterThreeMinutesAndNamesTheAction() {
        try (var sink = new Sink()) {
            deployed.putOrders(1);
            deployed.create(sink, "r1", deployed.inputOf("1", Map.of()), Map.of());
            var machine = denying("${WorkerFunctionArn}", "Lambda.AWSLambdaException", Duration.ofDays(1));
            var begun = machine.now();

            assertEquals("Failed", machine.run());

            var took = Duration.between(begun, machine.now());
            assertTrue(took.compareTo(Duration.ofMinutes(3)) >= 0, took::toString);
            assertTrue(took.compareTo(Duration.ofMinutes(4)) < 0, took::toString);
            assertEquals(RunState.FAILED, deployed.run().state());
            var reason = Objects.requireNonNull(sink.only().get("Reason")).text();
            assertTrue(reason.startsWith("DM416 ") && reason.contains("lambda:InvokeFunction"), reason);
        }
    }

    /** A machine whose calls of one function are denied as long as its own clock says. */
    private OneJvmStateMachine denying(String denied, String error, Duration asLong) {
        var machine = new AtomicReference<OneJvmStateMachine>();
        var until = new AtomicReference<Instant>();
        machine.set(deployed.machine(execution(), function -> {
            var now = Objects.requireNonNull(machine.get()).now();
            until.compareAndSet(null, now.plus(asLong));
            if (function.equals(denied) && now.isBefore(until.get())) {
                throw new OneJvmStateMachine.Refusal(error);
            }
        }));
        return Objects.requireNonNull(machine.get());
    }

    private String execution() {
        return deployed.workflow.runs().get(0);
    }

    private RuntimeEnvironment through(DenyingProxy proxy) {
        return new RuntimeEnvironment(
                "us-east-1", Optional.of(proxy.endpoint()), () -> deployed.workflow, ended::incrementAndGet);
    }
}
