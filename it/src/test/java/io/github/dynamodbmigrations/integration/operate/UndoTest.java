package io.github.dynamodbmigrations.integration.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shop.operated.V0001_AddCurrency;
import shop.undone.V0001_SplitName;
import shop.undone.V0002_AddUnderItem;
import shop.undone.V0002_AddUnderLedger;
import shop.undone.V0002_FirstUnderItem;
import shop.undone.V0002_FirstUnderLedger;
import shop.undone.V0002_GiveOnce;
import shop.undone.V0002_GiveOnceUnderItem;
import shop.undone.V0002_GiveOnceUnderLedger;
import shop.undone.V0002_SecondUnderItem;
import shop.undone.V0002_SecondUnderLedger;
import shop.undone.V0002_ThirdUnderItem;
import shop.undone.V0002_ThirdUnderLedger;
import shop.undone.V0003_AddMoreUnderItem;
import shop.undone.V0003_AddStarsUnderItem;

/** A version that was applied is taken back. */
@Execution(ExecutionMode.CONCURRENT)
final class UndoTest {
    private static final List<Class<?>> SPLIT = List.of(V0001_SplitName.class);
    private static final List<Class<?>> ITEM = List.of(V0001_SplitName.class, V0002_AddUnderItem.class);
    private static final List<Class<?>> LEDGER = List.of(V0001_SplitName.class, V0002_AddUnderLedger.class);
    private static final List<Class<?>> SHARED = List.of(V0002_AddUnderItem.class, V0003_AddMoreUnderItem.class);
    private static final Map<String, String> NOTHING = Map.of();
    private static final Map<String, String> APART = Map.of("target", "0", "disjoint", "true");

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
    void refusesWhatALaterVersionMayHaveWrittenTooBeforeAnythingIsWritten() {
        things.put("a", "points#", "5");
        succeeds("migrate", SHARED);
        var items = things.items();
        var said = things.run("undo", SHARED, Map.of("target", "0")).failure();
        assertTrue(said.startsWith("DM221 version 2 cannot be undone for certain: "), said);
        assertTrue(said.contains(" as rank 1, and since then version 3 as rank 2. "), said);
        assertTrue(said.contains("Choose a target of at least 2 "), said);
        assertEquals(items, things.items(), "not even the newer version, which could be");

        succeeds("undo", SHARED);
        said = things.run("undo", SHARED, NOTHING).failure();
        assertTrue(said.startsWith("DM221 "), said);
        assertTrue(said.contains("since then version 3 as rank 2, version 3 as rank 3. "), said);
        assertEquals("105", things.text("a", "points"));
        succeeds("migrate", SHARED);
        assertEquals("205", things.text("a", "points"), "nothing was in the way");
    }

    @Test
    void undoesVersionsThatWroteDifferentItemsOnSomebodysWord() {
        List<Class<?>> apart = List.of(V0002_AddUnderItem.class, V0003_AddStarsUnderItem.class);
        things.put("a", "points#", "5");
        things.put("b", "stars#", "1");
        succeeds("migrate", apart);
        var unsaid = things.run("undo", apart, Map.of("target", "0")).failure();
        assertTrue(unsaid.startsWith("DM221 "), unsaid);
        assertEquals("", things.run("undo", apart, APART).failure());
        assertEquals("5", things.text("a", "points"));
        assertEquals("1", things.text("b", "stars"));
    }

    @Test
    void whatCannotBeUndoneIsLeftOnlyOnSomebodysWordAndNotAppliedTwice() {
        things.put("a", "points#", "5");
        succeeds("migrate", SHARED);
        var said = things.run("undo", SHARED, APART);
        assertTrue(said.failure().startsWith("DM414 too many items rejected: undo, "), said.failure());
        assertTrue(said.says("a later version or its undo has written the item"), said.printed());
        assertEquals("105", things.text("a", "points"), "version 3 was undone, version 2 was not");
        var tolerant = things.run("undo", SHARED, Map.of("maxRejected", "9")).failure();
        assertTrue(tolerant.startsWith("DM414 "), tolerant);

        waive(SHARED);
        succeeds("undo", SHARED);
        leavesAloneWhatWasLeft(SHARED, "2");
        succeeds("migrate", SHARED);
        assertEquals("205", things.text("a", "points"), "version 3 is applied again, version 2 never was undone");
        succeeds("undo", SHARED);
        said = things.run("undo", SHARED, APART);
        assertTrue(said.failure().startsWith("DM414 "), "it is not kept unsaid: " + said.failure());
    }

    @Test
    void anItemThatSomebodyHasGivenTheGuardOfTheVersionIsUndone() {
        things.put("a", "points#", "5");
        succeeds("migrate", SHARED);
        var failed = things.run("undo", SHARED, APART).failure();
        assertTrue(failed.startsWith("DM414 "), failed);
        var guard = things.ports.history().read().id().guardAttribute();
        things.put("a", "points#", "105", guard + "#", "1");
        succeeds("undo", SHARED);
        assertEquals("5", things.text("a", "points"));
    }

    @Test
    void whatItsReverseRejectedIsUndoneOnceItIsCorrectedByItsItems() {
        whatItsReverseRejectedIsUndoneOnceItIsCorrected(List.of(V0002_FirstUnderItem.class));
    }

    @Test
    void whatItsReverseRejectedIsUndoneOnceItIsCorrectedByTheLedger() {
        whatItsReverseRejectedIsUndoneOnceItIsCorrected(List.of(V0002_FirstUnderLedger.class));
    }

    private void whatItsReverseRejectedIsUndoneOnceItIsCorrected(List<Class<?>> one) {
        things.put("a", "points#", "5", "revision#", "1", "stuck", "yes");
        things.put("b", "points#", "5", "revision#", "1");
        things.put("c", "points#", "5", "revision#", "1", "stuck", "yes");
        succeeds("migrate", one);
        var failed = things.run("undo", one, NOTHING).failure();
        assertTrue(failed.startsWith("DM414 "), failed);
        things.remove("c", "stuck");
        failed = things.run("undo", one, NOTHING).failure();
        assertTrue(failed.startsWith("DM414 "), failed);
        waive(one);
        succeeds("undo", one);
        assertEquals(List.of("105", "5", "5"), points("a", "b", "c"));
        leavesAloneWhatWasLeft(one, "2");
        assertEquals(List.of("105", "105", "105"), points("a", "b", "c"));

        things.remove("a", "stuck");
        succeeds("undo", one);
        assertEquals(List.of("5", "5", "5"), points("a", "b", "c"));
        succeeds("migrate", one);
        assertEquals(List.of("105", "105", "105"), points("a", "b", "c"), "after an undo that left nothing");
    }

    /** Item a still has the version. */
    private void leavesAloneWhatWasLeft(List<Class<?>> migrations, String target) {
        var said = things.run("migrate", migrations, Map.of("target", target));
        assertTrue(said.failure().startsWith("DM414 "), said.failure());
        assertTrue(said.says("the last undo of this version left the item as it was"), said.printed());
        assertEquals("105", things.text("a", "points"));
        waive(migrations);
        assertEquals(
                "", things.run("migrate", migrations, Map.of("target", target)).failure());
        assertEquals("105", things.text("a", "points"));
    }

    private void waive(List<Class<?>> migrations) {
        var word = Map.of("repair", "rejects", "why", "looked at by hand");
        assertEquals("", things.run("repair", migrations, word).failure());
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

    @Test
    void takesBackWhatEachRunWroteByItsItems() {
        takesBackWhatEachRunWrote(V0002_FirstUnderItem.class, V0002_SecondUnderItem.class, V0002_ThirdUnderItem.class);
    }

    @Test
    void takesBackWhatEachRunWroteByTheLedger() {
        takesBackWhatEachRunWrote(
                V0002_FirstUnderLedger.class, V0002_SecondUnderLedger.class, V0002_ThirdUnderLedger.class);
    }

    /** Runs that failed and went on with changed code, up and then down. */
    private void takesBackWhatEachRunWrote(Class<?> first, Class<?> second, Class<?> third) {
        things.put("a", "points#", "5", "revision#", "1");
        things.put("b", "points#", "5", "revision#", "1");
        var order = things.order();
        things.put(order.get(1), "points#", "5", "revision#", "1", "broken", "yes");
        var failed =
                things.run("migrate", List.of(first), Map.of("workers", "1")).failure();
        assertTrue(failed.startsWith("DM414 "), failed);
        assertEquals("105", things.text(order.get(0), "points"));
        things.put("c", "points#", "5", "revision#", "1", "stuck", "yes");
        succeeds("migrate", List.of(second));
        assertEquals(List.of("105", "105", "105"), points("a", "b", "c"));
        // Given by nobody.
        things.put("d", "points#", "105", "revision#", "1");

        failed = things.run("undo", List.of(second), NOTHING).failure();
        assertTrue(failed.startsWith("DM414 "), failed);
        assertEquals("105", things.text("c", "points"));
        succeeds("undo", List.of(third));
        assertEquals(List.of("5", "5", "5"), points("a", "b", "c"));
        assertEquals("105", things.text("d", "points"));
        assertEquals(
                List.of("1 UP FAILED", "2 UP UNDONE", "3 DOWN FAILED", "4 DOWN SUCCEEDED"),
                runs().stream().map(UndoTest::shown).toList());

        succeeds("migrate", List.of(third));
        assertEquals(List.of("105", "105", "105"), points("a", "b", "c"));
        succeeds("undo", List.of(third));
        assertEquals(List.of("5", "5", "5"), points("a", "b", "c"));
    }

    private List<String> points(String... ids) {
        return Stream.of(ids).map(id -> things.text(id, "points")).toList();
    }

    @Test
    void refusesAGuardThatTheRunWhichAppliedItDidNotHave() {
        things.put("a", "points#", "5", "revision#", "1");
        List<Class<?>> applied = List.of(V0002_GiveOnce.class);
        succeeds("migrate", applied);
        var unsettled = things.run("undo", applied, NOTHING).failure();
        assertTrue(unsettled.startsWith("DM410 reverse of the migration does not settle"), unsettled);
        assertFalse(unsettled.contains("@Guard"), unsettled);

        var items = things.items();
        for (var guarded : List.<Class<?>>of(V0002_GiveOnceUnderItem.class, V0002_GiveOnceUnderLedger.class)) {
            var said = things.run("undo", List.of(guarded), NOTHING).failure();
            assertTrue(said.startsWith("DM220 guard of version 2 differs: "), said);
            assertTrue(said.contains(" applied it with no guard"), said);
            assertTrue(said.contains("Put @Guard back as it was"), said);
        }
        assertEquals(items, things.items());
    }

    @Test
    void refusesALostGuardBeforeANewerVersionIsUndone() {
        things.put("a", "fullName", "Ada Lovelace", "points#", "5");
        List<Class<?>> applied = List.of(V0002_GiveOnceUnderItem.class, V0003_AddMoreUnderItem.class);
        succeeds("migrate", applied);
        var items = things.items();
        List<Class<?>> changed = List.of(V0002_GiveOnce.class, V0003_AddMoreUnderItem.class);
        var said = things.run("undo", changed, Map.of("target", "0")).failure();
        assertTrue(said.startsWith("DM220 "), said);
        assertTrue(said.contains("V0002_GiveOnce has no guard, and its run "), said);
        assertEquals(items, things.items(), "not even the newer version, which could be");
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
