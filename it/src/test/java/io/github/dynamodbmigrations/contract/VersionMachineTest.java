package io.github.dynamodbmigrations.contract;

import static io.github.dynamodbmigrations.contract.VersionsStage.metadata;
import static io.github.dynamodbmigrations.contract.VersionsStage.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.integration.LocalCredentials;
import io.github.dynamodbmigrations.responder.Sink;
import io.github.dynamodbmigrations.run.RunClosing;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Follows the emitted version machine through the machines of migrations, all with the real functions. */
@ExtendWith(LocalCredentials.class)
@Execution(ExecutionMode.CONCURRENT)
final class VersionMachineTest {
    private static final Map<String, Object> LATEST = Map.of();

    private final VersionsStage stage = new VersionsStage().ofMigrations();

    private static Map<String, Object> to(Object version) {
        return Map.of("targetVersion", version);
    }

    @Test
    void withoutATargetItRunsWhatIsPendingInOrder() {
        stage.deployed.putOrders(3);

        assertEquals("Succeeded", stage.run(LATEST));

        assertEquals(List.of("1", "2", "9", "10"), stage.started());
        assertEquals("SUCCEEDED 10", stage.current());
        assertEquals("Succeeded", stage.run(LATEST));
        assertEquals(4, stage.started().size());
    }

    @Test
    void upRunsOnlyWhatIsAboveTheCurrentVersion() {
        assertEquals("Succeeded", stage.run(to(2)));
        assertEquals(List.of("1", "2"), stage.started());
        assertEquals("SUCCEEDED 2", stage.current());

        assertEquals("Succeeded", stage.run(to(9)));

        assertEquals(List.of("1", "2", "9"), stage.started());
        assertEquals("SUCCEEDED 9", stage.current());
    }

    @Test
    void downUndoesWhatIsAboveTheTargetNewestFirst() {
        stage.deployed.putOrders(2);
        stage.run(LATEST);

        assertEquals("Succeeded", stage.run(to(2)));

        assertEquals(List.of("1", "2", "9", "10", "-10", "-9"), stage.started());
        assertEquals("SUCCEEDED 2", stage.current());
        assertEquals("Succeeded", stage.run(LATEST));
        assertEquals("SUCCEEDED 10", stage.current());
        assertEquals(List.of("9", "10"), stage.started().subList(6, 8));
    }

    @Test
    void theVersionThatTheDataHasIsNothingToDo() {
        stage.run(to(9));
        var recorded = stage.query("VERSION_").size();

        assertEquals("Succeeded", stage.run(to(9)));

        assertEquals(List.of("1", "2", "9"), stage.started());
        assertEquals(recorded, stage.query("VERSION_").size());
    }

    @Test
    void versionTenComesAfterVersionNine() {
        stage.run(LATEST);
        assertEquals("SUCCEEDED 10", stage.current());

        assertEquals("Succeeded", stage.run(to(9)));

        assertEquals("-10", stage.started().get(4));
        assertEquals("SUCCEEDED 9", stage.current());
    }

    @Test
    void everyItemSaysVersionAndTargetVersion() {
        stage.run(to(1));

        var item = stage.query("VERSION_1#").get(0);
        assertEquals("1", text(item, "version"));
        assertEquals("1", text(item, "targetVersion"));
        assertEquals("0", text(item, "previousVersion"));
        assertTrue(text(item, "sk")
                .matches("VERSION_1#\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z#[0-9a-f-]{36}"));
        var machine = text(metadata(item), "stateMachineId");
        assertEquals("arn:aws:states:us-east-1:000000000000:stateMachine:dm-1-abc", machine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nine", "9", "", "1e1"})
    void aTargetThatIsNoNumberFails(String target) {
        assertEquals("Migration Failed", stage.run(to(target)));

        assertEquals("FAILED 0", stage.current());
        assertEquals("DM218", text(stage.query("VERSION_0#").get(0), "errorCode"));
        assertEquals(List.of(), stage.started());
    }

    static Stream<Object> inputsThatAreNoObjects() {
        return Stream.of(7, "7", List.of(7), true);
    }

    @ParameterizedTest
    @MethodSource("inputsThatAreNoObjects")
    void anInputThatIsNoObjectDoesNotStandForTheLatestVersion(Object input) {
        assertEquals("Migration Failed", stage.run(input));

        assertEquals("DM218", text(stage.query("VERSION_0#").get(0), "errorCode"));
        assertEquals(List.of(), stage.started());
    }

    @Test
    void aTargetThatIsNoVersionFailsBeforeAnythingIsUndone() {
        stage.run(LATEST);

        for (var target : List.of(5, 77)) {
            assertEquals("Migration Failed", stage.run(to(target)));
            assertEquals("DM210", text(stage.query("VERSION_" + target + "#").get(0), "errorCode"));
        }
        assertEquals("FAILED 10", stage.current());
        assertEquals(4, stage.started().size());
    }

    @Test
    void whatCannotBeUndoneIsRefusedBeforeAnythingIsUndone() {
        stage.run(LATEST);

        assertEquals("Migration Failed", stage.run(to(0)));

        assertEquals("DM216", text(stage.query("VERSION_0#").get(0), "errorCode"));
        assertEquals(4, stage.started().size());
    }

    @Test
    void aMigrationThatFailsEndsTheWayAndIsResumedByTheNext() {
        stage.deployed.put("a", Map.of("broken", AttributeValue.fromS("x")));

        assertEquals("Migration Failed", stage.run(LATEST));

        assertEquals("FAILED 9", stage.current());
        var failed = stage.query("VERSION_10#");
        assertEquals(1, failed.size());
        assertEquals("DM414", text(failed.get(0), "errorCode"));
        assertTrue(text(failed.get(0), "errorMessage").contains("1 rejected"));

        stage.deployed.put("a", Map.of("points", AttributeValue.fromN("1")));
        assertEquals("Succeeded", stage.run(LATEST));
        assertEquals("SUCCEEDED 10", stage.current());
        assertEquals(4, stage.deployed.ports.history().read().runs().size());
    }

    @Test
    void aRunThatEndedWithoutAWordIsRecordedAndResumed() {
        stopped("first", LATEST).run();
        stage.die(stage.deployed.workflow.runs().get(0), "Verify");

        assertEquals("Migration Failed", stage.run("first", LATEST));

        assertEquals("DM335", text(stage.query("VERSION_1#").get(0), "errorCode"));
        assertEquals("Succeeded", stage.run(to(1)));
        assertEquals("SUCCEEDED 1", stage.current());
    }

    @Test
    void whatRefusesToStartIsRecordedWithItsReason() {
        stage.run(to(1));
        stage.register(Map.of("Migrations", List.of(Map.of("version", "2", "tables", Map.of("Shop", "nowhere")))));

        assertEquals("Migration Failed", stage.run(LATEST));

        var refused = stage.query("VERSION_1#").stream()
                .filter(item -> text(item, "status").equals("FAILED"))
                .toList();
        assertEquals("DM313", text(refused.get(0), "errorCode"));
        assertTrue(text(refused.get(0), "errorMessage").contains("nowhere"));
    }

    @Test
    void aVersionWithoutAMachineIsNamed() {
        stage.register(Map.of("Machines", List.of()));

        assertEquals("Migration Failed", stage.run(LATEST));

        assertEquals("DM341", text(stage.query("VERSION_0#").get(0), "errorCode"));
    }

    @Test
    void theWayDownIsNotBegunIfAVersionOnItHasNoMachine() {
        stage.run(LATEST);
        stage.register(Map.of("Machines", List.of("arn:aws:states:us-east-1:000000000000:stateMachine:dm-10-abc")));

        assertEquals("Migration Failed", stage.run(to(2)));

        assertEquals(4, stage.started().size());
        assertEquals("FAILED 10", stage.current());
        assertEquals(
                "DM341 version 9 has no state machine: the stack of this version machine has those of [10], and nothing"
                        + " more is started. Deploy it again with that version emitted, or use `mvn"
                        + " dynamodb-migrations:undo -Ddynamodb-migrations.target=2`.",
                text(failed("VERSION_2#"), "errorMessage"));
    }

    @Test
    void aTableInThePlaceOfTheMigratedOneDoesNotCountAsMigrated() {
        stage.run(LATEST);
        stage.deployed.recreateTable();

        for (var input : List.of(LATEST, to(10), to(9))) {
            assertEquals("Migration Failed", stage.run(input));
        }

        assertEquals(4, stage.started().size());
        assertEquals("DM209", text(failed("VERSION_10#"), "errorCode"));
    }

    private Map<String, AttributeValue> failed(String sortStart) {
        return stage.query(sortStart).stream()
                .filter(item -> text(item, "status").equals("FAILED"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDeploymentDoesNotFollowAnUndoOfItsVersion() {
        stage.run(LATEST);
        stopped("down", to(9)).run();
        var undo = List.copyOf(stage.deployed.workflow.started.keySet()).get(4);
        stage.stay(undo, "Verify");
        var checksum = "v1:%016d".formatted(10);
        var input = stage.deployed.inputOf("10", Map.of("checksum", checksum, "reachedChecksum", checksum));

        try (var sink = new Sink()) {
            stage.deployed.create(sink, "r1", input, Map.of());
            assertEquals(0, sink.attempts());
            assertEquals(
                    List.of("-10", "10", "10"), stage.started().subList(4, 7), "its own run, which waits, and a timer");
        }
        new RunClosing(stage.deployed.ports, () -> "any")
                .interrupt(Owner.workflow(undo), new Cause("DM335", "DM335 ended"));
        try (var sink = new Sink()) {
            stage.deployed.create(sink, "r2", input, Map.of());
            assertEquals(
                    "DM202 undo of version 10 is INTERRUPTED: version 10 waits for it. It ended with DM335. Mend its cause"
                            + " and run `mvn dynamodb-migrations:undo`, then deploy again.",
                    Objects.requireNonNull(sink.only().get("Reason")).text());
        }
    }

    @Test
    void aStepThatIsRepeatedStartsNothingTwice() {
        stopped("once", LATEST).run();
        stopped("once", LATEST).run();

        assertEquals(List.of("1"), stage.started());
    }

    /** One that stops when it has started something. */
    private OneJvmStateMachine stopped(String name, Map<String, Object> input) {
        var machine = stage.machine(name, input);
        machine.entering = state -> {};
        machine.stops = Set.of("Wait");
        return machine;
    }

    @Test
    void executionsAreStartedAsTheirTriggersStartThem() {
        stage.run(LATEST);
        stage.run(to(9));

        var up = stage.deployed.workflow.started.values().iterator().next();
        var expected = stage.deployed.inputOf(
                "1", Map.of("baselineVersion", "0", "parameters", Map.of(), "lockWaitSeconds", "15"));
        assertEquals(expected.keySet(), withoutHistory(up));
        expected.forEach((name, value) -> assertEquals(value, up.get(name), name));
        var down = List.copyOf(stage.deployed.workflow.started.values()).get(4);
        assertEquals("DOWN", down.get("direction"));
    }

    private static Set<String> withoutHistory(Map<String, ?> input) {
        var names = new HashSet<>(input.keySet());
        names.remove("history");
        return names;
    }
}
