package io.github.dynamodbmigrations.integration.counterexample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.integration.LocalTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two tables with one history, two histories over one table, and a history inside the table that it describes. */
@Execution(ExecutionMode.CONCURRENT)
final class HistoriesAndTablesTest extends CounterExample {
    private final LocalTable others = LocalTable.create(LocalDynamo.client(), "others");

    @Test
    void aSecondTableUnderTheSameHistoryIsRefusedThoughNothingIsPending() {
        things.put("1", "name", "Ada");
        others.put("1", "name", "Grace");
        engine.migrate(StaleImageTest.Mark.class);
        refused(FailureCode.TABLE_EXCHANGED, () -> engine.over(others.name).migrate(StaleImageTest.Mark.class));
    }

    @Test
    void negativeControlWithoutItsBindingsTheHistoryPassesTheSecondTableOver() {
        things.put("1", "name", "Ada");
        others.put("1", "name", "Grace");
        engine.migrate(StaleImageTest.Mark.class);
        var runs = engine.over(others.name).with(Without::bindings).migrate(StaleImageTest.Mark.class);
        assertEquals(0, runs.size(), "it takes the second table for migrated");
        assertEquals("none", others.text("1", "marked"));
    }

    @Test
    void aTableThatIsGoneDoesNotStopWhatIsLeft() {
        engine.migrate(StaleImageTest.Mark.class);
        things.client.deleteTable(request -> request.tableName(things.name));
        assertEquals(0, engine.migrate(StaleImageTest.Mark.class).size());
    }

    @Test
    void twoHistoriesOverOneTableDoNotTakeEachOthersGuardsForTheirOwn() {
        things.put("1", number("n", 1));
        engine.migrate(Addition.UnderItem.class);
        LocalEngine.of(things.name).with(Without::theStopAtOtherGuards).migrate(Addition.UnderItem.class);
        assertEquals("2001", things.text("1", "n"));
    }

    @Test
    void aCloneThatCarriesTheGuardsOfAnotherHistoryIsNotMigratedAgain() {
        things.put("1", number("n", 1));
        engine.migrate(Addition.UnderItem.class);
        others.put("1", things.get("1"));
        var stop = assertThrows(
                MigrationException.class, () -> LocalEngine.of(others.name).migrate(Addition.UnderItem.class));
        assertEquals(FailureCode.STRANGE_GUARD.code(), stop.code());
        var message = String.valueOf(stop.getMessage());
        var guard = engine.ports().history().read().id().guardAttribute();
        assertTrue(message.contains("an item has " + guard) && message.contains("repair=guards"), message);
        assertEquals("1001", others.text("1", "n"));
    }

    @Test
    void negativeControlWithoutTheStopAClonesItemsAreMigratedTwice() {
        things.put("1", number("n", 1));
        engine.migrate(Addition.UnderItem.class);
        others.put("1", things.get("1"));
        LocalEngine.of(others.name).with(Without::theStopAtOtherGuards).migrate(Addition.UnderItem.class);
        assertEquals("2001", others.text("1", "n"));
    }

    @Test
    void negativeControlASecondHistoryWithTheSameIdMissesEveryItem() {
        things.put("1", number("n", 1));
        engine.migrate(Addition.UnderItem.class);
        var id = engine.ports().history().open().id();
        LocalEngine.of(things.name).with(Without.anIdOfItsOwn(id)).migrate(Addition.UnderItem.class);
        assertEquals("1001", things.text("1", "n"));
    }

    @Test
    void aHistoryInsideTheTableIsNotMigrated() {
        var inside = inside();
        inside.migrate(StaleImageTest.Mark.class);
        assertEquals(1, marked());
    }

    @Test
    void negativeControlWithoutTheExclusionTheHistorysOwnItemsAreMigrated() {
        var inside = inside().with(Without::theExclusionOfItsOwnItems);
        refused(FailureCode.NOT_CONVERGED, () -> inside.migrate(StaleImageTest.Mark.class));
        assertTrue(marked() > 1);
    }

    private LocalEngine inside() {
        things.put("1", "name", "Ada");
        return new LocalEngine(things.name, HistorySettings.of(things.name), ports -> ports);
    }

    private long marked() {
        return things.all().stream().filter(item -> item.containsKey("marked")).count();
    }
}
