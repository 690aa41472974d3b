package io.github.dynamodbmigrations.contract;

import static io.github.dynamodbmigrations.contract.VersionsStage.metadata;
import static io.github.dynamodbmigrations.contract.VersionsStage.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.contract.OneJvmStateMachine.Refusal;
import io.github.dynamodbmigrations.history.LockInspection;
import io.github.dynamodbmigrations.integration.LocalCredentials;
import io.github.dynamodbmigrations.operate.Unlock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows the emitted version machine through calls of a function of the user. */
@ExtendWith(LocalCredentials.class)
@Execution(ExecutionMode.CONCURRENT)
final class RunnerMachineTest {
    private static final Map<String, Object> LATEST = Map.of();

    private final VersionsStage stage = new VersionsStage().ofRunner();

    private static Map<String, Object> to(Object version) {
        return Map.of("targetVersion", version);
    }

    private static Map<String, Object> succeeded(long version) {
        return Map.of("status", "SUCCEEDED", "targetVersion", version);
    }

    @Test
    void theFunctionIsToldBothVersionsAndTheWholeInputAndItsVersionWins() {
        stage.runner = call -> succeeded(8);
        var input = Map.<String, Object>of("targetVersion", 9, "why", "a reason");

        assertEquals("Succeeded", stage.run(input));

        assertEquals(List.of(Map.of("currentVersion", 0L, "targetVersion", 9L, "parameters", input)), stage.calls);
        var status = stage.query("CURRENT_STATUS").get(0);
        assertEquals("SUCCEEDED 8", stage.current());
        assertEquals("0", text(status, "previousVersion"));
        assertEquals(
                "arn:aws:states:us-east-1:000000000000:stateMachine:dm-versions-abc",
                text(metadata(status), "stateMachineId"));
        assertEquals("2026-01-01T00:00:00.000Z", text(metadata(status), "startedAt"));
        var version = stage.query("VERSION_8#").get(0);
        assertTrue(text(version, "sk").matches("VERSION_8#2026-01-01T00:00:00\\.000Z#[0-9a-f-]{36}"));
        assertEquals("SUCCEEDED", text(version, "status"));
        assertEquals("8", text(version, "version"));
        assertEquals("8", text(version, "targetVersion"));
        assertEquals("0", text(version, "previousVersion"));
    }

    @Test
    void withoutATargetTheFunctionDecides() {
        stage.runner = call -> succeeded(3);

        assertEquals("Succeeded", stage.run(LATEST));

        assertEquals(List.of(Map.of("currentVersion", 0L, "parameters", Map.of())), stage.calls);
        assertEquals("SUCCEEDED 3", stage.current());
    }

    @Test
    void downIsTheFunctionsOwnAffair() {
        stage.runner = call -> succeeded(3);
        stage.run(LATEST);
        stage.runner = call -> Map.of("status", "SUCCEEDED");

        assertEquals("Succeeded", stage.run(to(1)));

        assertEquals("SUCCEEDED 1", stage.current());
        assertEquals("3", text(stage.query("VERSION_1#").get(0), "previousVersion"));
    }

    @Test
    void theVersionThatTheDataHasIsNotAskedForAgain() {
        stage.runner = call -> succeeded(3);
        stage.run(LATEST);

        assertEquals("Succeeded", stage.run(to(3)));

        assertEquals(1, stage.calls.size());
        assertEquals(1, stage.query("VERSION_").size());
    }

    @Test
    void aFunctionThatSaysFailedLeavesTheVersionAndSaysWhy() {
        stage.runner = call -> succeeded(2);
        stage.run(LATEST);
        stage.runner = call -> Map.of("status", "FAILED", "targetVersion", 4, "error", "no disk");

        assertEquals("Migration Failed", stage.run(to(5)));

        assertEquals("FAILED 2", stage.current());
        var failed = stage.query("VERSION_4#").get(0);
        assertEquals("FAILED", text(failed, "status"));
        assertEquals("DM342", text(failed, "errorCode"));
        assertTrue(text(failed, "errorMessage").contains("FAILED: no disk"));
        assertEquals("0", text(stage.query("CURRENT_STATUS").get(0), "previousVersion"));
    }

    @Test
    void aFunctionThatThrowsIsRecordedAsFailed() {
        stage.runner = call -> {
            throw new Refusal("java.lang.IllegalStateException");
        };

        assertEquals("Migration Failed", stage.run(to(5)));

        assertEquals("FAILED 0", stage.current());
        var failed = stage.query("VERSION_5#").get(0);
        assertEquals("DM342", text(failed, "errorCode"));
        assertTrue(text(failed, "errorMessage").contains("java.lang.IllegalStateException"));
        stage.runner = call -> succeeded(5);
        assertEquals("Succeeded", stage.run(to(5)));
        assertEquals("SUCCEEDED 5", stage.current());
        assertEquals(2, stage.query("VERSION_5#").size());
    }

    static Stream<Object> unclearAnswers() {
        return Stream.of(
                "done",
                List.of(),
                Map.of(),
                Map.of("status", "OK", "targetVersion", 1),
                Map.of("status", "SUCCEEDED"),
                Map.of("status", "SUCCEEDED", "targetVersion", "1"),
                Map.of("status", "SUCCEEDED", "targetVersion", 1.5));
    }

    @ParameterizedTest
    @MethodSource("unclearAnswers")
    void anAnswerThatIsNotUnderstoodFails(Object answer) {
        stage.runner = call -> answer;

        assertEquals("Migration Failed", stage.run(LATEST));

        assertEquals("FAILED 0", stage.current());
        assertEquals("DM343", text(stage.query("VERSION_").get(0), "errorCode"));
    }

    @Test
    void aTargetThatIsNoNumberDoesNotReachTheFunction() {
        assertEquals("Migration Failed", stage.run(to("nine")));

        assertEquals(List.of(), stage.calls);
        assertEquals("DM218", text(stage.query("VERSION_0#").get(0), "errorCode"));
    }

    @Test
    void aSecondExecutionWaitsUntilTheFirstHasEnded() {
        var first = stage.machine("first", to(1));
        first.stops = Set.of("RunMigrationJob");
        first.run();
        var second = stage.machine("second", to(2));
        second.stops = Set.of("Wait");

        assertEquals("Wait", second.run());
        assertEquals(List.of(), stage.calls);

        assertEquals("Succeeded", stage.run("first", to(1)));
        assertEquals("Succeeded", stage.run("second", to(2)));
        assertEquals("SUCCEEDED 2", stage.current());
    }

    @Test
    void waitingForAnotherEndsAfterTheLockWaitAndDoesNotTouchTheStatusOfTheOther() {
        var first = stage.machine("first", to(1));
        first.stops = Set.of("RunMigrationJob");
        first.run();

        assertEquals("Migration Failed", stage.run(to(2)));

        assertEquals("NOT_RUN 0", stage.current());
        assertEquals("DM302", text(stage.query("VERSION_2#").get(0), "errorCode"));
    }

    /** One whose function is at work. */
    private OneJvmStateMachine calling(String name) {
        var machine = stage.machine(name, to(1));
        machine.stops = Set.of("RunMigrationJob");
        assertEquals("RunMigrationJob", machine.run());
        return machine;
    }

    @Test
    void anExecutionThatWasStoppedIsRecordedAndItsFunctionIsWaitedFor() {
        calling("first");

        stage.broken("first", "ABORTED", "{\"targetVersion\": 1}");

        assertEquals("FAILED 0", stage.current());
        assertEquals("DM335", text(stage.query("VERSION_1#").get(0), "errorCode"));
        callsWhenNoOtherCallCanBeUnderWay();
    }

    @Test
    void theFunctionOfAnExecutionWhoseEndNobodyHasToldIsWaitedForToo() {
        calling("first");
        stage.deployed.workflow.stop(VersionsStage.OF_VERSIONS + "first", "by hand");

        callsWhenNoOtherCallCanBeUnderWay();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lambda.SdkClientException", "Lambda.Unknown", "States.Timeout"})
    void aCallOfWhichNobodyKnowsWhetherItHasEndedIsWaitedFor(String error) {
        refused(error);

        callsWhenNoOtherCallCanBeUnderWay();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lambda.ResourceNotFoundException", "Runtime.ExitError", "MyError"})
    void aCallThatHasEndedIsNotWaitedFor(String error) {
        refused(error);

        stage.runner = call -> succeeded(2);
        var next = stage.machine("next", to(2));
        assertEquals("Succeeded", next.run());
        assertEquals(Instant.parse("2026-01-01T00:00:01Z"), next.now());
    }

    private void refused(String error) {
        stage.runner = call -> {
            throw new Refusal(error);
        };
        assertEquals("Migration Failed", stage.run(to(1)));
        assertEquals("DM342", text(stage.query("VERSION_1#").get(0), "errorCode"));
    }

    private void callsWhenNoOtherCallCanBeUnderWay() {
        var next = stage.machine("next", to(2));
        var longestLife = Instant.parse("2026-01-01T00:15:00Z");
        stage.runner = call -> {
            assertTrue(next.now().isAfter(longestLife), () -> "called at " + next.now());
            return succeeded(2);
        };
        assertEquals("Succeeded", next.run());
        assertEquals("SUCCEEDED 2", stage.current());
    }

    @Test
    void whoeverAsksForTheLockIsToldOfTheFunction() {
        calling("first");
        stage.broken("first", "TIMED_OUT", "{}");

        var lock = stage.deployed.ports.lock().read();

        assertEquals(Duration.ofMinutes(15), lock.unclean().orElseThrow().longestLife());
        assertEquals(
                List.of(
                        "the lock is free: nobody holds it",
                        "it is unclean: a call of a function may still be under way. Whoever comes next waits 900 s"),
                Unlock.show(new LockInspection(lock, false), Instant.EPOCH));
    }

    @Test
    void anExecutionThatIsRedrivenDoesNotCallAgain() {
        var first = calling("first");
        stage.broken("first", "ABORTED", "{\"targetVersion\": 1}");

        assertEquals("Migration Failed", first.redrive());

        assertEquals(List.of(), stage.calls);
        assertEquals("FAILED 0", stage.current());
    }

    @Test
    void anAnswerThatComesAfterTheLockWasLetGoOfIsRefused() {
        stage.runner = call -> succeeded(1);
        var first = stage.machine("first", to(1));
        first.stops = Set.of("Record");
        first.run();
        stage.broken("first", "ABORTED", "{\"targetVersion\": 1}");

        assertEquals("Migration Failed", first.redrive());

        assertEquals("FAILED 0", stage.current());
        assertEquals(1, stage.query("VERSION_1#").size());
    }

    @Test
    void recordingAnEndAgainChangesNothing() {
        stage.runner = call -> succeeded(4);
        var machine = stage.machine("once", LATEST);
        machine.stops = Set.of("Recorded");
        machine.run();
        var call = machine.trace.stream()
                .filter(line -> line.startsWith("call {action=record"))
                .toList();
        assertEquals(1, call.size());

        stage.repeat(machine);

        assertEquals(1, stage.query("VERSION_4#").size());
        assertEquals("SUCCEEDED 4", stage.current());
    }

    @Test
    void whatTheFunctionHasReachedCountsAsAppliedForOurMigrations() {
        stage.runner = call -> succeeded(9);
        stage.run(LATEST);

        stage.ofMigrations();

        assertEquals("Succeeded", stage.run(LATEST));
        assertEquals(List.of("10"), stage.started());
        assertEquals("SUCCEEDED 10", stage.current());
        stage.ofRunner();
        assertEquals("Migration Failed", stage.run(to(11)));
        assertEquals("DM344", text(stage.query("VERSION_11#").get(0), "errorCode"));
        assertFalse(stage.calls.size() > 1);
    }
}
