package io.github.dynamodbmigrations.integration.history;

import static io.github.dynamodbmigrations.integration.history.LocalHistory.ADA;
import static io.github.dynamodbmigrations.integration.history.LocalHistory.attempt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryId;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a history is bound to, what it is told apart by, and that all of it is read. */
@Execution(ExecutionMode.CONCURRENT)
final class BoundHistoryTest {
    private final LocalHistory history = LocalHistory.create();

    @Test
    void twoHistoriesInOneTableKnowNothingOfEachOther() {
        var other = new LocalHistory(
                LocalDynamo.client(), new HistorySettings(history.settings.table(), "pk", "sk", "_other", 3));
        var ada = history.take(ADA);
        history.runs.succeed(ada, history.runs.start(ada, history.plan(7), attempt(ADA, "a")), Tally.ZERO);
        assertEquals(3, other.history.open().status().version());
        assertEquals(List.of(), other.history.open().runs());
        assertNotEquals(
                history.history.open().id().guardAttribute(),
                other.history.open().id().guardAttribute());
        assertEquals(1, other.take(ADA).epoch());
    }

    @Test
    void isBegunOnceByMany() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            var ids = new HashSet<HistoryId>();
            Callable<HistoryState> open = history.history::open;
            for (var state : threads.invokeAll(Collections.nCopies(4, open))) {
                ids.add(state.get().id());
            }
            assertEquals(1, ids.size());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void isLookedAtWithoutBeginningIt() {
        assertEquals(HistoryId.NONE, history.history.read().id());
        assertEquals(List.of(), history.sorts(""));
        assertNotEquals(HistoryId.NONE, history.history.open().id());
    }

    @Test
    void anExchangedTableStopsBeforeAnythingIsRecorded() {
        var ada = history.take(ADA);
        var run = history.runs.start(ada, history.plan(1), attempt(ADA, "a"));
        history.runs.succeed(ada, run, Tally.ZERO);
        var before = history.sorts("");
        var recreated = history.plan(2, "arn:things", "id-2");
        var thrown =
                assertThrows(MigrationException.class, () -> history.runs.start(ada, recreated, attempt(ADA, "b")));
        assertEquals(FailureCode.TABLE_EXCHANGED.code(), thrown.code());
        var clone = history.plan(2, "arn:clone", "id-1");
        assertThrows(MigrationException.class, () -> history.runs.start(ada, clone, attempt(ADA, "b")));
        assertThrows(
                MigrationException.class,
                () -> history.history.open().requireBound(clone.table().orElseThrow()));
        assertEquals(before, history.sorts(""));
        history.runs.start(ada, history.plan(2), attempt(ADA, "b"));
    }

    @Test
    void readsEveryPageOfItself() {
        history.history.open();
        for (var i = 0; i < 4; i++) {
            history.put(Map.of(
                    "pk", AttributeValue.fromS("_migration"),
                    "sk", AttributeValue.fromS("CONTROL" + i),
                    "padding", AttributeValue.fromS("x".repeat(390_000))));
        }
        var ada = history.take(ADA);
        var run = history.runs.start(ada, history.plan(1), attempt(ADA, "a"));
        assertEquals(List.of(run), history.history.open().runs(), "RUN items lie behind the first megabyte");
    }

    @Test
    void listsTheCheckpointsOfAPassInTheOrderOfSegments() {
        for (var segment : List.of(10, 2, 0, 1_000, 9)) {
            history.checkpoints.claim(new SegmentPass(1, 1, 1, segment), 1, "w" + segment);
            history.checkpoints.claim(new SegmentPass(1, 1, 11, segment), 1, "w" + segment);
        }
        assertEquals(
                List.of(0, 2, 9, 10, 1_000),
                history.checkpoints.ofPass(1, 1, 1).stream()
                        .map(checkpoint -> checkpoint.where().segment())
                        .toList());
    }

    @Test
    void remembersAttemptsPassesAndTallies() {
        var ada = history.take(ADA);
        var plan = history.plan(1);
        var started = history.runs.start(ada, plan, attempt(ADA, "a"));
        assertEquals(plan, history.plans.read(started.key()));
        var run = history.runs.beginPass(ada, started, 3);
        var tally = new Tally(3, 1, 2, 0, 0, 0, 0, 0, 0, 0);
        var ended = history.runs.succeed(ada, run, tally);
        assertEquals(tally, ended.tally());
        assertEquals(3, ended.pass());
        assertEquals(List.of(ended), history.history.open().runs());
    }

    @Test
    void stepsOfTasksAreDoneOncePerRun() {
        history.markers.markDone(1, 1, "load", 1);
        assertTrue(history.markers.isDone(1, 1, "load"));
        assertTrue(!history.markers.isDone(1, 1, "other"));
        assertTrue(!history.markers.isDone(1, 2, "load"));
    }

    @Test
    void historyOfNewerSoftwareIsLeftAlone() {
        history.history.open();
        var item = new HashMap<>(history.item("HISTORY"));
        item.put("protocol", AttributeValue.fromN("2"));
        history.put(item);
        var thrown = assertThrows(MigrationException.class, history.history::open);
        assertEquals(FailureCode.NEWER_HISTORY.code(), thrown.code());
    }

    @Test
    void ranksIncreaseInTheOrderOfStarts() {
        var ada = history.take(ADA);
        IntStream.of(3, 9, 10)
                .forEach(version -> history.runs.succeed(
                        ada, history.runs.start(ada, history.plan(version), attempt(ADA, "u" + version)), Tally.ZERO));
        assertEquals(
                List.of(1L, 2L, 3L),
                history.history.open().runs().stream().map(Run::rank).toList());
    }
}
