package io.github.dynamodbmigrations.integration.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import shop.operated.V0001_AddCurrency;
import shop.undone.V0001_SplitName;
import shop.undone.V0002_AddUnderItem;
import shop.undone.V0002_AddUnderLedger;
import shop.undone.V0003_AddMoreUnderItem;

/** A version that was applied is taken back. */
final class UndoTest {
    private static final List<Class<?>> SPLIT = List.of(V0001_SplitName.class);
    private static final List<Class<?>> ITEM = List.of(V0001_SplitName.class, V0002_AddUnderItem.class);
    private static final List<Class<?>> LEDGER = List.of(V0001_SplitName.class, V0002_AddUnderLedger.class);
    private static final Map<String, String> NOTHING = Map.of();

    private final Things things = new Things();

    @Test
    void leavesTheDataAsItWasAndTheHistoryAtTheVersionBefore() {
        things.put("a", "fullName", "Ada Lovelace");
        things.put("b", "other", "x");
        var before = things.items();
        succeeds("migrate", SPLIT);
        assertEquals("Lovelace", things.text("a", "last"));

        succeeds("undo", SPLIT);
        assertEquals(before, things.items());
        assertEquals(
                List.of("1 UP UNDONE", "2 DOWN SUCCEEDED"),
                runs().stream().map(UndoTest::shown).toList());
        var status = Objects.requireNonNull(things.recorded().get("_migration CURRENT_STATUS"));
        assertEquals("SUCCEEDED", Objects.requireNonNull(status.get("status")).s());
        assertEquals("0", Objects.requireNonNull(status.get("version")).n());
        assertEquals("1", Objects.requireNonNull(status.get("previousVersion")).n());
        assertTrue(things.recorded().keySet().stream().anyMatch(key -> key.startsWith("_migration VERSION_0#")));

        assertTrue(things.run("undo", SPLIT, NOTHING).says("Nothing is to be undone."));
        succeeds("migrate", SPLIT);
        assertEquals("Lovelace", things.text("a", "last"));
        assertEquals("3 UP SUCCEEDED", shown(runs().get(2)));
    }

    @Test
    void undoesDownToTheTargetNewestFirst() {
        things.put("a", "fullName", "Ada Lovelace", "points#", "5");
        var before = things.items();
        succeeds("migrate", ITEM);
        var said = things.run("undo", ITEM, Map.of("target", "0"));
        assertEquals("", said.failure());
        assertEquals("5", things.text("a", "points"));
        assertEquals("Ada Lovelace", things.text("a", "fullName"));
        assertEquals(
                List.of("1 UP UNDONE", "2 UP UNDONE", "3 DOWN SUCCEEDED", "4 DOWN SUCCEEDED"),
                runs().stream().map(UndoTest::shown).toList());
        assertEquals(before.keySet(), things.items().keySet());
    }

    @Test
    void takesBackOnlyWhatTheItemSaysItWasGiven() {
        takesBackOnlyWhatWasGiven(ITEM);
    }

    @Test
    void takesBackOnlyWhatTheLedgerSaysWasGiven() {
        takesBackOnlyWhatWasGiven(LEDGER);
    }

    /** The function cannot tell the two items from each other: only guards and markers can. */
    private void takesBackOnlyWhatWasGiven(List<Class<?>> migrations) {
        things.put("given", "points#", "5", "revision#", "1");
        succeeds("migrate", migrations);
        assertEquals("105", things.text("given", "points"));
        things.put("since", "points#", "105", "revision#", "1");

        succeeds("undo", migrations);
        assertEquals("5", things.text("given", "points"));
        assertEquals("105", things.text("since", "points"));
        succeeds("migrate", migrations);
        assertEquals("105", things.text("given", "points"));
        assertEquals("205", things.text("since", "points"));
    }

    @Test
    void refusesItemsThatALaterVersionWroteToo() {
        List<Class<?>> both = List.of(V0002_AddUnderItem.class, V0003_AddMoreUnderItem.class);
        things.put("a", "points#", "5");
        succeeds("migrate", both);
        succeeds("undo", both);
        assertEquals("105", things.text("a", "points"));

        var said = things.run("undo", both, NOTHING);
        assertTrue(said.failure().startsWith("DM414 too many items rejected"), said.failure());
        assertTrue(said.says("a later version or its undo has written the item"), said.printed());
        assertEquals("105", things.text("a", "points"));
    }

    @Test
    void goesOnWithAnUndoThatFailedAndLetsNothingElseStartBefore() {
        things.put("a", "fullName", "Ada Lovelace");
        things.put("b", "fullName", "Bob Noyce", "broken", "yes");
        succeeds("migrate", ITEM);
        succeeds("undo", ITEM);
        var said = things.run("undo", ITEM, NOTHING);
        assertTrue(said.failure().startsWith("DM414 "), said.failure());
        assertEquals("Noyce", things.text("b", "last"));

        var migrate = things.run("migrate", ITEM, NOTHING);
        assertTrue(migrate.failure().startsWith("DM202 undo of version 1 is FAILED"), migrate.failure());

        things.put("b", "first", "Bob", "last", "Noyce");
        succeeds("undo", ITEM);
        assertEquals("Bob Noyce", things.text("b", "fullName"));
        assertEquals("Ada Lovelace", things.text("a", "fullName"));
        var last = runs().get(runs().size() - 1);
        assertEquals("4 DOWN SUCCEEDED", shown(last));
        assertEquals(2, last.attempts().size());
    }

    @Test
    void refusesWhatCannotBeUndoneBeforeAnythingIsWritten() {
        List<Class<?>> both = List.of(V0001_AddCurrency.class, V0002_AddUnderItem.class);
        things.put("a", "points#", "5");
        succeeds("migrate", both);
        var items = things.items();
        var said = things.run("undo", both, Map.of("target", "0"));
        assertTrue(said.failure().startsWith("DM216 V0001_AddCurrency cannot be undone"), said.failure());
        assertEquals(items, things.items(), "not even the newer version, which could be");
        assertEquals(2, runs().size());
    }

    private void succeeds(String goal, List<Class<?>> migrations) {
        assertEquals("", things.run(goal, migrations, NOTHING).failure(), goal);
    }

    private List<Run> runs() {
        return things.ports.history().read().runs();
    }

    private static String shown(Run run) {
        assertTrue(run.direction() == Direction.UP || run.state() != RunState.UNDONE);
        return run.rank() + " " + run.direction() + " " + run.state();
    }
}
