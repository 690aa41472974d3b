package io.github.dynamodbmigrations.history;

import static io.github.dynamodbmigrations.plan.Known.history;
import static io.github.dynamodbmigrations.plan.Known.run;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.CurrentStatus.Status;
import io.github.dynamodbmigrations.scan.KeySchema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HistoryValuesTest {
    @Test
    void givesEachFailureItsOwnCode() {
        var codes = Arrays.stream(FailureCode.values()).map(FailureCode::code).toList();
        assertEquals(codes.size(), codes.stream().distinct().count());
        assertTrue(codes.stream().allMatch(code -> code.matches("DM[2-4]\\d\\d")), codes::toString);
    }

    @Test
    void namesTheStateMachineOfAnExecution() {
        assertEquals(
                "arn:aws:states:eu-west-1:111122223333:stateMachine:Shop",
                Owner.workflow("arn:aws:states:eu-west-1:111122223333:execution:Shop:dm-00000001-abc")
                        .stateMachineId());
        assertEquals("direct", Owner.direct("ada@laptop/1").stateMachineId());
    }

    @Test
    void keepsACauseToOneLineOfBoundedLength() {
        var cause = new Cause("DM499", "first\n  second\r\n" + "x".repeat(5_000));
        assertTrue(cause.message().startsWith("first second xxx"));
        assertEquals(1_000, cause.message().length());
    }

    @Test
    void keepsTheNewestHundredAttempts() {
        var run = run(1, 1, RunState.FAILED);
        for (var i = 0; i < 150; i++) {
            run = run.resumed(new Attempt(Instant.EPOCH, "again-" + i, Owner.direct("ada")), run.checksums());
        }
        assertEquals(100, run.attempts().size());
        assertEquals("again-149", run.attempt().uuid());
        assertEquals("again-50", run.attempts().get(0).uuid());
    }

    @Test
    void movesTheCurrentVersionUpOnly() {
        var status = new CurrentStatus(Status.FAILED, Optional.of(7L), 9);
        assertEquals(
                new CurrentStatus(Status.SUCCEEDED, Optional.of(9L), 10),
                status.succeeded(run(10, 1, RunState.SUCCEEDED)));
        assertEquals(
                new CurrentStatus(Status.SUCCEEDED, Optional.of(7L), 9),
                status.succeeded(run(8, 1, RunState.SUCCEEDED)));
    }

    @Test
    void movesTheCurrentVersionDownByAnUndo() {
        var status = new CurrentStatus(Status.SUCCEEDED, Optional.of(7L), 9);
        assertEquals(
                new CurrentStatus(Status.SUCCEEDED, Optional.of(9L), 8),
                status.succeeded(run(9, 3, RunState.SUCCEEDED, Direction.DOWN, true)));
    }

    @Test
    void takesTheLatestRunOfAVersionForItsState() {
        var history = history(
                0,
                run(10, 4, RunState.SUCCEEDED, Direction.UP, true),
                run(9, 1, RunState.UNDONE),
                run(9, 2, RunState.SUCCEEDED, Direction.DOWN, true),
                run(2, 3, RunState.SUCCEEDED));
        assertFalse(history.isApplied(9));
        assertTrue(history.isApplied(2));
        assertEquals(10, history.highestApplied());
        assertEquals(Optional.empty(), history.unfinished());
    }

    @Test
    void doesNotTakeAnOlderFailureThatWasReplacedForUnfinished() {
        var replaced = history(0, run(2, 1, RunState.FAILED), run(2, 2, RunState.SUCCEEDED));
        assertEquals(Optional.empty(), replaced.unfinished());
        var failed = history(0, run(2, 1, RunState.SUCCEEDED), run(3, 2, RunState.INTERRUPTED));
        assertEquals(3L, failed.unfinished().orElseThrow().version());
    }

    @ParameterizedTest
    @CsvSource({
        "arn:1, id-1, arn:1, id-1, same",
        "arn:1, id-1, arn:1, id-2, other",
        "arn:1, id-1, arn:2, id-1, other",
        "arn:1,     , arn:1, id-2, same",
        "arn:1, id-1, arn:1,     , same",
        "arn:1,     , arn:2,     , other"
    })
    void tellsAnExchangedTable(String boundArn, String boundId, String arn, String id, String expected) {
        var bound = new Binding("Shop", boundArn, Optional.ofNullable(boundId));
        var now =
                new TableIdentity("Shop", "shop", arn, Optional.ofNullable(id), new KeySchema("pk", Optional.empty()));
        if (expected.equals("same")) {
            assertDoesNotThrow(() -> bound.require(now));
        } else {
            assertThrows(MigrationException.class, () -> bound.require(now));
        }
    }

    @Test
    void namesBothTablesAndTheWayOut() {
        var bound = new Binding("Shop", "arn:1", Optional.of("id-1"));
        var now =
                new TableIdentity("Shop", "shop", "arn:1", Optional.of("id-2"), new KeySchema("pk", Optional.empty()));
        assertEquals(
                "DM209 table Shop is another one than this history describes: it was arn:1 (TableId id-1), now it is arn:1"
                        + " (TableId id-2). Name the table that was migrated with <tables>, or give this one a history of"
                        + " its own with <historyTable>, a stack with HistoryTable=<name>; if it took the other one's place for good, use `mvn"
                        + " dynamodb-migrations:repair -Ddynamodb-migrations.repair=tables"
                        + " -Ddynamodb-migrations.tableVersions.Shop=<the version that its data has>`.",
                assertThrows(MigrationException.class, () -> bound.require(now)).getMessage());
    }

    @Test
    void makesTheGuardAttributeOfTheId() {
        assertEquals("_dm_0badcafe", new HistoryId("0badcafe").guardAttribute());
        assertThrows(IllegalArgumentException.class, () -> new HistoryId("XYZ"));
    }

    @Test
    void knowsTheGuardsOfOtherHistories() {
        assertTrue(HistoryId.isGuard("_dm_0123abcd"));
        assertTrue(HistoryId.isGuard(new HistoryId("ffffffff").guardAttribute()));
        for (var other : List.of("_dm_0123abcg", "_dm_0123abc", "_dm_0123abcde", "dm_0123abcd1", "_dm_", "name")) {
            assertFalse(HistoryId.isGuard(other), other);
        }
    }
}
