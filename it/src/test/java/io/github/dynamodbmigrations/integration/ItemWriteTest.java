package io.github.dynamodbmigrations.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.WriterFacts;
import io.github.dynamodbmigrations.scan.Filter;
import io.github.dynamodbmigrations.scan.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Execution(ExecutionMode.CONCURRENT)
final class ItemWriteTest {
    private static final ItemMigration MARK = (item, run) -> Change.update(item.with("done", true));
    private static final ItemMigration COPY =
            (item, run) -> Change.update(item.with("copy", item.string("name").orElse("none")));
    private static final ItemMigration ADD = (item, run) -> Change.update(
            item.with("n", item.number("n").orElse(BigDecimal.ZERO).add(BigDecimal.valueOf(1000))));
    private static final ItemMigration MOVE = (item, run) -> {
        var id = item.string("pk").orElseThrow();
        return item.has("movedTo") || id.startsWith("new-")
                ? Change.keep()
                : Change.update(item.without("name").with("movedTo", "new-" + id))
                        .put(item.with("pk", "new-" + id));
    };
    private static final WriterFacts VERSIONED =
            new WriterFacts(Optional.of("v"), List.of(), false, false, Optional.empty());
    private static final WriterFacts CLOSED =
            new WriterFacts(Optional.empty(), List.of("name", "cancelledAt"), false, false, Optional.empty());
    private static final WriterFacts ADD_NOTHING =
            new WriterFacts(Optional.empty(), List.of(), false, true, Optional.empty());

    private final DynamoDbClient client = LocalDynamo.client();
    private LocalTable table;
    private LocalRun run;

    @BeforeEach
    void freshTable() {
        table = LocalTable.create(client, "item-writes");
        run = new LocalRun(table);
    }

    @AfterEach
    void closeClient() {
        client.close();
    }

    @Test
    void updatesOverSeveralPagesAndSegments() {
        IntStream.range(0, 60).forEach(i -> table.put("i" + i, "name", "n" + i));
        run.segments = 3;
        run.pageItems = 7;
        assertEquals(60, run.migrate(COPY).updated());
        assertTrue(
                table.all().stream().allMatch(item -> item.get("copy").equals(item.get("name")) && item.size() == 4));
        assertEquals(0, run.verify(COPY, 2).residual());
        assertEquals(60, run.pass(COPY, 3).kept());
    }

    @Test
    void removesWhatWasDropped() {
        table.put("1", "name", "Ada", "old", "x");
        run.migrate((item, context) -> Change.update(item.without("old")));
        assertEquals(Map.of("name", AttributeValue.fromS("Ada")), table.get("1"));
    }

    @Test
    void aConcurrentChangeIsMigratedAgain() {
        table.put("1", "name", "old");
        run.beforeFirstWrite = () -> table.set("1", "name", "new");
        var tally = run.migrate(COPY);
        assertEquals("new", table.text("1", "copy"));
        assertEquals(1, tally.conflicts());
        assertEquals(1, tally.updated());
    }

    @Test
    void aConcurrentChangeOfWhatWasNotReadIsKept() {
        table.put("1", "name", "old");
        run.beforeFirstWrite = () -> table.set("1", "stock", "3");
        assertEquals(0, run.migrate(COPY).conflicts());
        assertEquals("3", table.text("1", "stock"));
        assertEquals("old", table.text("1", "copy"));
    }

    @Test
    void anAttributeAddedUnderANameGivenIsNotOverwritten() {
        table.put("1", "name", "Ada");
        ItemMigration once = (item, context) ->
                item.has("copy") ? Change.keep() : Change.update(item.with("copy", "by the migration"));
        run.beforeFirstWrite = () -> table.set("1", "copy", "by the application");
        assertEquals(1, run.migrate(once).kept());
        assertEquals("by the application", table.text("1", "copy"));
    }

    @Test
    void aDeletedItemIsNotResurrected() {
        table.put("1", "name", "Ada");
        run.beforeFirstWrite = () -> table.delete("1");
        assertEquals(1, run.migrate(MARK).vanished());
        assertEquals(List.of(), table.all());
    }

    @Test
    void withoutTheExistenceCheckDynamoDbResurrectsIt() {
        table.set("1", "done", "yes");
        assertEquals(1, table.all().size());
    }

    @Test
    void whatTheFilterNoLongerSelectsIsLeftAlone() {
        table.put("1", "name", "Ada", "state", "open");
        var filter = new Filter("#s = :open", Map.of("#s", "state"), Map.of(":open", AttributeValue.fromS("open")));
        run.source = new Source.Scan(Optional.empty(), filter);
        run.beforeFirstWrite = () -> table.set("1", "state", "closed");
        var tally = run.migrate(MARK);
        assertEquals(1, tally.kept());
        assertFalse(table.get("1").containsKey("done"));
    }

    @Test
    void withoutAFilterTheSameItemIsWritten() {
        table.put("1", "name", "Ada", "state", "open");
        run.beforeFirstWrite = () -> table.set("1", "state", "closed");
        assertEquals(1, run.migrate(MARK).updated());
    }

    @Test
    void movesInOneTransaction() {
        table.put("1", "name", "Ada");
        var tally = run.migrate(MOVE);
        assertEquals(1, tally.updated());
        assertEquals(1, tally.puts());
        assertEquals(Map.of("movedTo", AttributeValue.fromS("new-1")), table.get("1"));
        assertEquals(Map.of("name", AttributeValue.fromS("Ada")), table.get("new-1"));
        assertEquals(0, run.verify(MOVE, 2).residual());
    }

    @Test
    void anAttributeAddedDuringAMoveSurvivesInTheTombstone() {
        table.put("1", "name", "Ada");
        run.beforeFirstWrite = () -> table.set("1", "cancelledAt", "today");
        run.migrate(MOVE);
        assertEquals("today", table.text("1", "cancelledAt"));
        assertEquals("new-1", table.text("1", "movedTo"));
    }

    @Test
    void aMoveWhoseTargetExistsIsRejectedAndLeavesBothAlone() {
        table.put("1", "name", "Ada");
        table.put("new-1", "name", "Grace");
        assertEquals(1, run.migrate(MOVE).rejected());
        assertEquals("Ada", table.text("1", "name"));
        assertEquals("Grace", table.text("new-1", "name"));
        assertEquals(0, run.verify(MOVE, 2).residual());
    }

    @Test
    void aMoveOfWhatChangedMeanwhileMovesWhatItIsNow() {
        table.put("1", "name", "Ada");
        run.beforeFirstWrite = () -> table.set("1", "name", "Augusta Ada");
        assertEquals(1, run.migrate(MOVE).conflicts());
        assertEquals("Augusta Ada", table.text("new-1", "name"));
    }

    @Test
    void aDeleteWithAClosedListSeesWhatWasAdded() {
        table.put("1", "name", "Ada");
        run.writers = CLOSED;
        run.beforeFirstWrite = () -> table.set("1", "cancelledAt", "today");
        ItemMigration delete = (item, context) -> item.has("cancelledAt") ? Change.keep() : Change.delete();
        assertEquals(1, run.migrate(delete).kept());
        assertEquals("today", table.text("1", "cancelledAt"));
    }

    @Test
    void aDeleteOnTheAuthorsWordAloneLosesWhatWasAdded() {
        table.put("1", "name", "Ada");
        run.writers = ADD_NOTHING;
        run.beforeFirstWrite = () -> table.set("1", "cancelledAt", "today");
        assertEquals(1, run.migrate((item, context) -> Change.delete()).deleted());
        assertEquals(List.of(), table.all());
    }

    @Test
    void aDeleteCanPut() {
        table.put("1", "name", "Ada");
        run.writers = ADD_NOTHING;
        ItemMigration rekey = (item, context) -> item.string("pk").orElseThrow().startsWith("new-")
                ? Change.keep()
                : Change.delete().put(item.with("pk", "new-1"));
        var tally = run.migrate(rekey);
        assertEquals(1, tally.deleted());
        assertEquals(1, tally.puts());
        assertEquals(Map.of(), table.get("1"));
        assertEquals("Ada", table.text("new-1", "name"));
    }

    @Test
    void theItemGuardAppliesAChangeOnceThoughItIsRunTwice() {
        table.put("1", Map.of("n", AttributeValue.fromN("1")));
        run.guard = GuardMode.ITEM;
        assertEquals(1, run.migrate(ADD).updated());
        assertEquals(1, run.pass(ADD, 3).replayed());
        assertEquals("1001", table.text("1", "n"));
        assertEquals("5", table.text("1", LocalRun.GUARD));
        run.rank = 6;
        assertEquals(1, run.migrate(ADD).updated(), "a later rank applies it anew");
        assertEquals("2001", table.text("1", "n"));
        run.rank = 5;
        assertEquals(
                "DM413",
                assertThrows(MigrationException.class, () -> run.pass(ADD, 5)).code());
    }

    @Test
    void aSecondWorkerWithAnOldImageIsRefusedByTheGuard() {
        table.put("1", Map.of("n", AttributeValue.fromN("1")));
        run.guard = GuardMode.ITEM;
        var other = new LocalRun(table);
        other.guard = GuardMode.ITEM;
        run.beforeFirstWrite = () -> other.migrate(ADD);
        assertEquals(1, run.migrate(ADD).replayed());
        assertEquals("1001", table.text("1", "n"));
    }

    @Test
    void withoutTheGuardASecondWorkerAppliesItTwice() {
        table.put("1", Map.of("n", AttributeValue.fromN("1")));
        run.guard = GuardMode.ITEM;
        var other = new LocalRun(table);
        other.guard = GuardMode.ITEM;
        run.beforeFirstWrite = () -> {
            other.migrate(ADD);
            var bare = new TreeMap<>(table.get("1"));
            bare.remove(LocalRun.GUARD);
            table.put("1", bare);
        };
        run.migrate(ADD);
        assertEquals("2001", table.text("1", "n"));
    }

    @Test
    void underTheItemGuardPutsCarryItToo() {
        table.put("1", "name", "Ada");
        run.guard = GuardMode.ITEM;
        run.migrate(MOVE);
        assertEquals("5", table.text("new-1", LocalRun.GUARD));
    }

    @Test
    void theLedgerAppliesAChangeOnceThoughWritersDropUnknownAttributes() {
        table.put("1", Map.of("n", AttributeValue.fromN("1"), "v", AttributeValue.fromN("3")));
        run.guard = GuardMode.LEDGER;
        run.writers = VERSIONED;
        run.excludedPartitions = Optional.of("_migration");
        assertEquals(1, run.migrate(ADD).updated());
        assertEquals("1001", table.text("1", "n"));
        assertEquals("4", table.text("1", "v"));
        table.put("1", Map.of("n", AttributeValue.fromN("1002"), "v", AttributeValue.fromN("5")));
        var again = run.pass(ADD, 3);
        assertEquals(1, again.replayed());
        assertEquals(1, again.scanned(), "the marker lies in the same table and is counted nowhere");
        assertEquals("1002", table.text("1", "n"));
        assertEquals(0, run.verify(ADD, 4).residual());
        assertEquals(2, table.all().size());
    }

    @Test
    void whatTheLedgersRankPutIsNotMigratedAgain() {
        table.put("1", Map.of("n", AttributeValue.fromN("1"), "v", AttributeValue.fromN("3")));
        run.guard = GuardMode.LEDGER;
        run.writers = VERSIONED;
        run.excludedPartitions = Optional.of("_migration");
        ItemMigration addAndCopy = (item, context) -> Change.update(
                        item.with("n", item.number("n").orElseThrow().add(BigDecimal.TEN)))
                .put(item.with("pk", item.string("pk").orElseThrow() + "0"));
        run.migrate(addAndCopy);
        run.pass(addAndCopy, 3);
        assertEquals("11", table.text("1", "n"));
        assertEquals("1", table.text("10", "n"));
        assertEquals(Map.of(), table.get("100"));
        assertEquals(0, run.verify(addAndCopy, 4).residual());
    }

    @Test
    void theLedgerMigratesAgainWhatChangedMeanwhile() {
        table.put("1", Map.of("n", AttributeValue.fromN("1"), "v", AttributeValue.fromN("3")));
        run.guard = GuardMode.LEDGER;
        run.writers = VERSIONED;
        run.excludedPartitions = Optional.of("_migration");
        run.beforeFirstWrite =
                () -> table.put("1", Map.of("n", AttributeValue.fromN("2"), "v", AttributeValue.fromN("4")));
        assertEquals(1, run.migrate(ADD).conflicts());
        assertEquals("1002", table.text("1", "n"));
        assertEquals("5", table.text("1", "v"));
    }

    @Test
    void whatDoesNotSettleStopsBeforeAnythingIsWritten() {
        table.put("1", Map.of("n", AttributeValue.fromN("1")));
        assertEquals(
                "DM410",
                assertThrows(MigrationException.class, () -> run.migrate(ADD)).code());
        assertEquals("1", table.text("1", "n"));
    }
}
