package io.github.dynamodbmigrations.integration.history;

import static io.github.dynamodbmigrations.integration.history.LocalHistory.ADA;
import static io.github.dynamodbmigrations.integration.history.LocalHistory.EXECUTION;
import static io.github.dynamodbmigrations.integration.history.LocalHistory.attempt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.CurrentStatus;
import io.github.dynamodbmigrations.history.CurrentStatus.Status;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What readers of the migration construct, which this history grew from, find in it: names, types, keys and values. */
@Execution(ExecutionMode.CONCURRENT)
final class HistoryFormatTest {
    private static final String UUID_1 = "c6fe0617-f713-49a6-a52e-89f9e3ca6efa";
    private static final String UUID_2 = "0ee4f7a4-2b9c-4b7a-8d38-b5b4f3f7c1de";
    private static final Cause CAUSE = new Cause("DM414", "DM414 too many items rejected.");
    private static final String MACHINE = "arn:aws:states:eu-west-1:111122223333:stateMachine:Shop";

    @Test
    void beginsAsNotRunAtTheFirstVersion() {
        var history = LocalHistory.create();
        history.history.open();
        assertEquals(
                Map.of(
                        "pk", text("_migration"),
                        "sk", text("CURRENT_STATUS"),
                        "status", text("NOT_RUN"),
                        "version", number("0"),
                        "metadata", metadata("2026-11-24T15:24:12.666Z", "none")),
                history.item("CURRENT_STATUS"));
    }

    @Test
    void recordsASuccess() {
        var history = LocalHistory.create();
        succeed(history, 8, EXECUTION, UUID_1);
        succeed(history, 9, EXECUTION, UUID_2);
        assertEquals(
                Map.of(
                        "pk", text("_migration"),
                        "sk", text("CURRENT_STATUS"),
                        "status", text("SUCCEEDED"),
                        "previousVersion", number("8"),
                        "version", number("9"),
                        "metadata", metadata("2026-11-24T15:24:12.225Z", MACHINE)),
                history.item("CURRENT_STATUS"));
        var version = history.item("VERSION_9#2026-11-24T15:24:12.225Z#" + UUID_2);
        assertEquals(text("SUCCEEDED"), version.get("status"));
        assertEquals(number("8"), version.get("previousVersion"));
        assertEquals(number("9"), version.get("version"));
        assertEquals(number("9"), version.get("targetVersion"));
        assertEquals(metadata("2026-11-24T15:24:12.225Z", MACHINE), version.get("metadata"));
    }

    @Test
    void recordsAFailureWithItsCauseAndKeepsTheVersion() {
        var history = LocalHistory.create();
        succeed(history, 8, EXECUTION, UUID_1);
        var before = history.item("CURRENT_STATUS");
        fail(history, 9, EXECUTION, UUID_2);

        var expected = new HashMap<>(before);
        expected.put("status", text("FAILED"));
        assertEquals(expected, history.item("CURRENT_STATUS"), "only status and metadata may change");
        var version = history.item("VERSION_9#2026-11-24T15:24:12.225Z#" + UUID_2);
        assertEquals(text("FAILED"), version.get("status"));
        assertEquals(number("9"), version.get("version"));
        assertEquals(text("DM414"), version.get("errorCode"));
        assertEquals(text("DM414 too many items rejected."), version.get("errorMessage"));
    }

    @Test
    void keepsTheFailureBesideTheResumedSuccess() {
        var history = LocalHistory.create();
        var failed = fail(history, 9, ADA, UUID_1);
        var holding = history.take(ADA);
        var resumed = history.runs.resume(holding, failed, history.plans.read(failed.key()), attempt(ADA, UUID_2));
        history.runs.succeed(holding, resumed, Tally.ZERO);
        assertEquals(2, history.sorts("VERSION_9#").size());
        assertEquals(
                text("FAILED"),
                history.item("VERSION_9#2026-11-24T15:24:12.225Z#" + UUID_1).get("status"));
        assertEquals(
                text("SUCCEEDED"),
                history.item("VERSION_9#2026-11-24T15:24:12.225Z#" + UUID_2).get("status"));
        assertEquals(1, history.sorts("RUN#").size());
    }

    @Test
    void recordsAnInterruptionAsAFailureForOthers() {
        var history = LocalHistory.create();
        var holding = history.take(ADA);
        var run = history.runs.start(holding, history.plan(1), attempt(ADA, UUID_1));
        var ended = history.runs.interrupt(holding, run, CAUSE, Tally.ZERO);
        assertEquals(RunState.INTERRUPTED, ended.state());
        assertEquals(text("FAILED"), history.item("CURRENT_STATUS").get("status"));
    }

    @Test
    void ordersVersionsAsNumbersAlthoughTheirSortKeysAreNot() {
        var history = LocalHistory.create();
        succeed(history, 9, ADA, UUID_1);
        succeed(history, 10, ADA, UUID_2);
        assertTrue(history.sorts("VERSION_").get(0).startsWith("VERSION_10#"), "10 sorts before 9");
        var state = history.history.open();
        assertEquals(10, state.highestApplied());
        assertEquals(new CurrentStatus(Status.SUCCEEDED, Optional.of(9L), 10), state.status());
        assertEquals(List.of(9L, 10L), state.runs().stream().map(Run::version).toList());
    }

    @Test
    void keepsTheHighestVersionWhenALowerOneSucceedsLater() {
        var history = LocalHistory.create();
        succeed(history, 10, ADA, UUID_1);
        succeed(history, 9, ADA, UUID_2);
        assertEquals(10, history.history.open().status().version());
        var version = history.item("VERSION_9#2026-11-24T15:24:12.225Z#" + UUID_2);
        assertEquals(number("10"), version.get("previousVersion"));
    }

    @Test
    void usesTheNamesAndTheFirstVersionThatItIsTold() {
        var settings = new HistorySettings(LocalDynamo.uniqueName("history"), "hash", "range", "_versions", 40);
        var history = LocalHistory.create(settings);
        assertEquals(40, history.history.open().status().version());
        assertEquals(40, history.history.open().baseline());
        assertEquals(number("40"), history.item("CURRENT_STATUS").get("version"));
        succeed(history, 41, ADA, UUID_1);
        assertEquals(text("_versions"), history.item("CURRENT_STATUS").get("hash"));
        assertEquals(number("40"), history.item("CURRENT_STATUS").get("previousVersion"));
    }

    @Test
    void adoptsATableThatOthersFilledAtTheVersionThatItHas() {
        var history = LocalHistory.create();
        var status = Map.of(
                "pk", text("_migration"),
                "sk", text("CURRENT_STATUS"),
                "status", text("FAILED"),
                "previousVersion", number("6"),
                "version", number("7"),
                "metadata", metadata("2023-09-01T15:24:12.225Z", MACHINE));
        history.put(status);
        history.put(Map.of(
                "pk", text("_migration"),
                "sk", text("VERSION_8#2023-09-01T15:24:12.225Z#" + UUID_1),
                "status", text("FAILED"),
                "targetVersion", number("8")));
        assertEquals(7, history.history.read().baseline());

        var state = history.history.open();
        assertEquals(7, state.baseline());
        assertTrue(state.isApplied(7) && !state.isApplied(8));
        assertEquals(status, history.item("CURRENT_STATUS"), "adopting changes nothing of it");
        succeed(history, 8, ADA, UUID_2);
        assertEquals(number("7"), history.item("CURRENT_STATUS").get("previousVersion"));
        assertEquals(7, history.history.open().baseline(), "the baseline stays");
    }

    private static Run succeed(LocalHistory history, long version, Owner owner, String uuid) {
        var holding = history.take(owner);
        var run = start(history, holding, version, owner, uuid);
        var ended = history.runs.succeed(holding, run, Tally.ZERO);
        history.lock.release(holding);
        return ended;
    }

    private static Run fail(LocalHistory history, long version, Owner owner, String uuid) {
        var holding = history.take(owner);
        var run = start(history, holding, version, owner, uuid);
        var ended = history.runs.fail(holding, run, CAUSE, Tally.ZERO);
        history.lock.release(holding);
        return ended;
    }

    private static Run start(LocalHistory history, Holding holding, long version, Owner owner, String uuid) {
        return history.runs.start(holding, history.plan(version), attempt(owner, uuid));
    }

    private static AttributeValue metadata(String startedAt, String machine) {
        return AttributeValue.fromM(Map.of(
                "date", text("2026-11-24T15:24:12.666Z"),
                "startedAt", text(startedAt),
                "stateMachineId", text(machine)));
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue number(String number) {
        return AttributeValue.fromN(number);
    }
}
