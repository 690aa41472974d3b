package io.github.dynamodbmigrations.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.Context;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.engine.ExecutionStatus;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.integration.LocalCredentials;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.integration.LocalTable;
import io.github.dynamodbmigrations.lambda.ControlHandler;
import io.github.dynamodbmigrations.lambda.RuntimeEnvironment;
import io.github.dynamodbmigrations.lambda.WorkerHandler;
import io.github.dynamodbmigrations.responder.RecordedWorkflow;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Runs the emitted state machine with the real functions against a DynamoDB Local. */
@ExtendWith(LocalCredentials.class)
@Execution(ExecutionMode.CONCURRENT)
final class StateMachineTest {
    private static final int ORDERS = 600;
    private static final String CANARY = "canary-7f31";
    private final LocalTable shop = LocalTable.create(LocalDynamo.client(), "Shop");
    private final String history = LocalTable.create(LocalDynamo.client(), "history").name;
    private final RecordedWorkflow workflow = new RecordedWorkflow();
    private final List<Object> answers = new ArrayList<>();

    @Test
    void migratesInTheOrderOfTheEmittedStatesAndThenHasNothingToDo() {
        putOrders();

        var first = machine("first", 1, StateMachineTest::longLife);

        assertEquals("Succeeded", first.run());
        assertEquals(
                List.of("Start", "Plan", "Planned", "Migrate", "Verify", "Finish", "Finished", "Signal", "Succeeded"),
                first.entered.stream().filter(state -> !state.contains("Group")).toList());
        var run = last();
        assertEquals(RunState.SUCCEEDED, run.state());
        assertEquals(ORDERS, run.tally().scanned());
        assertEquals(ORDERS, run.tally().updated());

        var again = machine("again", 1, StateMachineTest::longLife);
        assertEquals("Succeeded", again.run());
        assertEquals(List.of("Start", "Plan", "Planned", "Signal", "Succeeded"), again.entered);
        assertEquals(run, last());
    }

    @Test
    void workersWhoseTimeIsShortGoOnFromTheirCheckpoints() {
        putOrders();

        var machine = machine("short", 1, StateMachineTest::onePage);

        assertEquals("Succeeded", machine.run());
        assertTrue(answers.contains(Map.of("done", false)), "no worker was interrupted");
        assertEquals(RunState.SUCCEEDED, last().state());
        assertEquals(ORDERS, last().tally().scanned());
        assertEquals(ORDERS, last().tally().updated());
    }

    @Test
    void aSecondExecutionWaitsForTheFirst() {
        putOrders();
        var first = machine("first", 1, StateMachineTest::longLife);
        var second = machine("second", 1, StateMachineTest::longLife);
        second.stops = Set.of("WaitForLock");
        var stoppedAt = new ArrayList<String>();
        first.entering = state -> {
            if (state.equals("Migrate")) {
                stoppedAt.add(second.run());
            }
        };

        assertEquals("Succeeded", first.run());
        assertEquals(List.of("WaitForLock"), stoppedAt);
        assertEquals("Succeeded", second.run());
        assertEquals(1, last().attempts().size());
    }

    @Test
    void rejectedItemsEndInTheFailPathAndTheHistorySaysWhy() {
        assertEquals(
                "Succeeded", machine("before", 1, StateMachineTest::longLife).run());
        shop.put("CUSTOMER#1", Map.of("fullName", AttributeValue.fromS(CANARY)));

        var machine = machine("failing", 2, StateMachineTest::longLife);

        assertEquals("Failed", machine.run());
        assertTrue(machine.entered.containsAll(List.of("Fail", "Quiesce", "SignalFailure")));
        assertEquals(RunState.FAILED, last().state());
        assertEquals("DM414", last().cause().orElseThrow().code());
        assertFalse(last().cause().orElseThrow().message().contains(CANARY));
        assertFalse(machine.trace.toString().contains(CANARY));

        shop.put("CUSTOMER#1", Map.of("fullName", AttributeValue.fromS("Ada " + CANARY)));
        assertEquals(
                "Succeeded", machine("mended", 2, StateMachineTest::longLife).run());
        assertEquals(RunState.SUCCEEDED, last().state());
    }

    @Test
    void workersLetTheApplicationFinishBeforeTheyVerify() {
        assertTrue(isMigratedAfterALatePut(Map.of("maxWorkers", 1)), "the put was found, and migrated by a sweep");
    }

    @Test
    void negativeControlWithoutThatWaitTheOldShapeComesBack() {
        assertFalse(isMigratedAfterALatePut(Map.of("maxWorkers", 1, "settleDelaySeconds", 0)));
    }

    /** A writer has read an order before it was migrated, and puts it back two seconds after the workers have ended. */
    private boolean isMigratedAfterALatePut(Map<String, Object> more) {
        shop.put("ORDER#1", "note", CANARY);
        var read = shop.get("ORDER#1");
        var put = new CompletableFuture<Void>();
        var machine = machine("late", input(1, more), StateMachineTest::longLife, new LinkedHashMap<>());
        machine.entering = state -> {
            if (state.equals("Verify")) {
                put.completeAsync(
                        () -> {
                            shop.put("ORDER#1", read);
                            return null;
                        },
                        CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS));
            }
        };
        assertEquals("Succeeded", machine.run());
        put.join();
        assertEquals(RunState.SUCCEEDED, last().state());
        return shop.get("ORDER#1").containsKey("currency");
    }

    @Test
    void aPlanThatIsRefusedLeavesNoLockBehind() {
        assertEquals(
                "Failed", machine("too early", 2, StateMachineTest::longLife).run());

        assertEquals(
                "Succeeded", machine("in order", 1, StateMachineTest::longLife).run());
    }

    @Test
    void nothingOfAnItemIsInAnyState() {
        putOrders();
        var machine = machine("first", 1, StateMachineTest::onePage);

        machine.run();

        assertTrue(machine.trace.stream().anyMatch(handed -> handed.startsWith("MigrateGroupWorked")));
        assertFalse(machine.trace.toString().contains(CANARY));
        assertFalse(machine.trace.toString().contains("ORDER#"));
        assertFalse(answers.toString().contains(CANARY));
    }

    @Test
    void everyFieldThatAStateHandsOverIsRead() {
        putOrders();
        var unread = new LinkedHashMap<String, Set<String>>();
        machine("first", 1, StateMachineTest::longLife, unread).run();
        shop.put("CUSTOMER#1", Map.of("fullName", AttributeValue.fromS(CANARY)));
        machine("failing", 2, StateMachineTest::longLife, unread).run();

        assertEquals(Set.of("plan", "migrate", "verify", "finish", "fail", "quiesce", "signal"), unread.keySet());
        unread.forEach((action, fields) -> assertEquals(Set.of(), fields, action));
    }

    private OneJvmStateMachine machine(String execution, long version, IntUnaryOperator millis) {
        return machine(execution, version, millis, new LinkedHashMap<>());
    }

    private OneJvmStateMachine machine(
            String execution, long version, IntUnaryOperator millis, Map<String, Set<String>> unread) {
        return machine(execution, input(version, Map.of("settleDelaySeconds", 0)), millis, unread);
    }

    private OneJvmStateMachine machine(
            String execution, Map<String, Object> input, IntUnaryOperator millis, Map<String, Set<String>> unread) {
        var environment =
                new RuntimeEnvironment("us-east-1", Optional.of(LocalDynamo.endpoint()), () -> workflow, () -> {});
        var control = new ControlHandler(environment);
        var worker = new WorkerHandler(environment);
        var arn = "arn:aws:states:us-east-1:000000000000:execution:shop:" + execution;
        workflow.statuses.put(arn, ExecutionStatus.RUNNING);
        return new OneJvmStateMachine(Emitted.stateMachine(), arn, input, (function, call) -> {
            var read = new ReadFields(call);
            try {
                var answer = function.equals("${ControlFunctionArn}")
                        ? control.handleRequest(read, context(millis))
                        : worker.handleRequest(read, context(millis));
                answers.add(answer);
                return answer;
            } finally {
                unread.put(String.valueOf(call.get("action")), read.unread());
            }
        });
    }

    private Map<String, Object> input(long version, Map<String, Object> more) {
        var input = new LinkedHashMap<String, Object>(Map.of(
                "version",
                version,
                "tables",
                Map.of("Shop", shop.name),
                "historyTable",
                history,
                "history",
                Map.of("partitionKeyName", "pk", "sortKeyName", "sk", "firstVersion", 0),
                "parameters",
                Map.of(),
                "maxWorkers",
                2,
                "maxRejected",
                0,
                "lockWaitSeconds",
                900));
        input.putAll(more);
        return input;
    }

    /** Its remaining time is a function of how often it was asked for. */
    private static Context context(IntUnaryOperator millis) {
        var asked = new AtomicInteger();
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> millis.applyAsInt(asked.incrementAndGet()));
    }

    private Run last() {
        var target = new DynamoConnection.Target(
                "us-east-1", Optional.of(LocalDynamo.endpoint()), Optional.empty(), Duration.ofSeconds(10));
        try (var connection = DynamoConnection.open(target, Clock.systemUTC(), pause -> {}, () -> "unused")) {
            var runs = connection
                    .ports(HistorySettings.of(history))
                    .history()
                    .read()
                    .runs();
            return runs.get(runs.size() - 1);
        }
    }

    private void putOrders() {
        for (var order = 0; order < ORDERS; order++) {
            shop.put("ORDER#" + order, Map.of("note", AttributeValue.fromS(CANARY)));
        }
    }

    private static int longLife(int asked) {
        return 900_000;
    }

    /** Hardly any: less than what is held back before the end, so that it ends after its first page. */
    private static int onePage(int asked) {
        return asked <= 4 ? 9_000 : 2_500;
    }
}
