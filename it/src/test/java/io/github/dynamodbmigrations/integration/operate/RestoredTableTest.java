package io.github.dynamodbmigrations.integration.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shop.operated.V0001_AddCurrency;
import shop.operated.V0002_AddContinent;
import shop.operated.V0003_GrantPoints;
import shop.undone.V0002_AddUnderItem;
import shop.undone.V0002_FirstUnderItem;

/** A table has older items than its history says: it was restored from a backup, beside the former one or into it. */
@Execution(ExecutionMode.CONCURRENT)
final class RestoredTableTest {
    private static final List<Class<?>> TWO = List.of(V0001_AddCurrency.class, V0002_AddContinent.class);
    private static final List<Class<?>> ALL =
            List.of(V0001_AddCurrency.class, V0002_AddContinent.class, V0003_GrantPoints.class);

    private static final List<Class<?>> UNDONE = List.of(V0002_AddUnderItem.class);

    private Things things = new Things();

    @BeforeEach
    void migrate() {
        things.put("a");
        succeed(ALL);
        assertEquals("10", things.text("a", "points"));
    }

    @Test
    void whatARestoredTableLacksIsAppliedAgain() {
        things.exchange();
        things.put("b", "currency", "EUR");
        var stopped = run("migrate", ALL, Map.of()).failure();
        assertTrue(stopped.startsWith("DM209"), stopped);
        assertTrue(stopped.contains("tableVersions.Things=<the version that its data has>"), stopped);
        var unsaid = repair(Map.of()).failure();
        assertTrue(
                unsaid.startsWith("DM215 version of the table's data is not said: Things. Versions [1, 2, 3]"), unsaid);

        var said = repair(Map.of("tableVersions.Things", "1"));
        assertEquals("", said.failure());
        assertTrue(said.says("table Things has the data of version 1: to be applied again [2, 3]"), said.printed());
        succeed(ALL);
        assertEquals("eu", things.text("b", "continent"));
        assertEquals("10", things.text("b", "points"));
        succeed(ALL);
        assertEquals("10", things.text("b", "points"), "once, and no more");
    }

    @Test
    void negativeControlAVersionThatIsSaidWronglyIsSkippedAndVerifyFindsThat() {
        things.exchange();
        things.put("b", "currency", "EUR");
        assertEquals("", repair(Map.of("tableVersions.Things", "3")).failure());
        succeed(ALL);
        assertEquals("", things.text("b", "continent"), "the history was told that it is there");
        var found = run("verify", ALL, Map.of("target", "2")).failure();
        assertTrue(found.startsWith("DM424"), found);
    }

    @Test
    void olderItemsInTheSameTableAreFoundByVerifyOnlyAndAppliedAgainOnceThatIsSaid() {
        things.put("a", "currency", "EUR");
        succeed(ALL);
        assertEquals("", things.text("a", "continent"), "nobody can see that the table was restored in place");
        var found = run("verify", ALL, Map.of("target", "2")).failure();
        assertTrue(found.startsWith("DM424"), found);
        assertEquals("", repair(Map.of("tableVersions.Things", "1")).failure());
        succeed(ALL);
        assertEquals("eu", things.text("a", "continent"));
    }

    @Test
    void anItemThatCarriesARankWhichItsTableIsSaidNotToHaveIsNotMigratedTwice() {
        var guard = things.ports.history().read().id().guardAttribute();
        things.exchange();
        things.put("b", "currency", "EUR", "continent", "eu", "points#", "10", guard + "#", "3");
        assertEquals("", repair(Map.of("tableVersions.Things", "2")).failure());
        var stopped = run("migrate", ALL, Map.of()).failure();
        assertTrue(stopped.startsWith("DM426"), stopped);
        assertEquals("10", things.text("b", "points"));
    }

    @Test
    void negativeControlWithoutThatRankTheItemIsMigrated() {
        things.exchange();
        things.put("b", "currency", "EUR", "continent", "eu", "points#", "10");
        assertEquals("", repair(Map.of("tableVersions.Things", "2")).failure());
        succeed(ALL);
        assertEquals("20", things.text("b", "points"));
    }

    @Test
    void theRunThatWasUnfinishedBeginsAnewAfterWhatItsTableLacks() {
        things.exchange();
        things.put("b");
        assertEquals("", repair(Map.of("tableVersions.Things", "0")).failure());
        things.put("c", "broken", "yes");
        var rejected = run("migrate", TWO, Map.of()).failure();
        assertTrue(rejected.startsWith("DM414"), rejected);
        things.exchange();
        things.put("b");
        assertEquals("", repair(Map.of()).failure(), "nothing counts as applied, so that nothing has to be said");
        succeed(ALL);
        assertEquals("eu", things.text("b", "continent"));
        assertEquals("10", things.text("b", "points"));
    }

    @Test
    void aCloneUnderANewHistoryIsMigratedOnceSomebodySaysWhatItHas() {
        things.exchange();
        things.put("b", "currency", "EUR", "continent", "eu", "points#", "10", "_dm_0123abcd#", "3");
        var other = Map.of("historyTable", things.history + "-of-the-clone");
        var stopped = run("migrate", ALL, other).failure();
        assertTrue(stopped.startsWith("DM425"), stopped);
        assertEquals("10", things.text("b", "points"));

        var fresh = new HashMap<>(Map.of("historyTable", things.history + "-of-the-clone-2", "baselineVersion", "2"));
        assertEquals("", run("baseline", ALL, fresh).failure());
        fresh.putAll(Map.of("repair", "guards", "why", "cloned at rest at version 2"));
        var said = run("repair", ALL, fresh);
        assertTrue(said.says("repaired: items that carry guards of other histories count"), said.toString());
        assertEquals("", run("migrate", ALL, fresh).failure());
        assertEquals("20", things.text("b", "points"));
    }

    @Test
    void aVersionThatDoesNotCountAsAppliedIsRefusedAndWhatItLeftInItemsStopsARun() {
        undone();
        var guard = things.ports.history().read().id().guardAttribute();
        things.exchange();
        things.put("a", "points#", "105", guard + "#", "1");
        var unsaid = repair(UNDONE, Map.of()).failure();
        assertTrue(unsaid.startsWith("DM215 version of the table's data is not said: Things. Versions [2] "), unsaid);
        var refused = repair(UNDONE, Map.of("tableVersions.Things", "2")).failure();
        assertTrue(refused.startsWith("DM222 version 2 of table Things is above "), refused);
        assertTrue(
                refused.contains("its highest version is 0. Say -Ddynamodb-migrations.tableVersions.Things=0"),
                refused);

        var said = repair(UNDONE, Map.of("tableVersions.Things", "0"));
        assertTrue(said.says("table Things has the data of version 0: to be applied again [2]"), said.toString());
        var stopped = run("migrate", UNDONE, Map.of()).failure();
        assertTrue(stopped.startsWith("DM426"), stopped);
        assertEquals("105", things.text("a", "points"));
    }

    @Test
    void aBackupOfAfterTheUndoIsAppliedTo() {
        undone();
        var guard = things.ports.history().read().id().guardAttribute();
        things.exchange();
        things.put("a", "points#", "5", guard + "#", "2");
        assertEquals("", repair(UNDONE, Map.of("tableVersions.Things", "0")).failure());
        assertEquals("", run("migrate", UNDONE, Map.of()).failure());
        assertEquals("105", things.text("a", "points"));
    }

    @Test
    void aTableOfBeforeAnUndoThatFailedGoesOnWithIt() {
        things = new Things();
        things.put("a", "points#", "5", "stuck", "yes");
        List<Class<?>> stuck = List.of(V0002_FirstUnderItem.class);
        assertEquals("", run("migrate", stuck, Map.of()).failure());
        assertTrue(run("undo", stuck, Map.of()).failure().startsWith("DM414"));
        var guard = things.ports.history().read().id().guardAttribute();
        things.exchange();
        things.put("a", "points#", "105", guard + "#", "1");
        assertEquals("", repair(stuck, Map.of("tableVersions.Things", "2")).failure());
        assertEquals("", run("undo", stuck, Map.of()).failure());
        assertEquals("5", things.text("a", "points"));
    }

    private void undone() {
        things = new Things();
        things.put("a", "points#", "5");
        assertEquals("", run("migrate", UNDONE, Map.of()).failure());
        assertEquals("", run("undo", UNDONE, Map.of()).failure());
    }

    private Things.Said repair(Map<String, String> versions) {
        return repair(ALL, versions);
    }

    private Things.Said repair(List<Class<?>> migrations, Map<String, String> versions) {
        var settings = new HashMap<>(versions);
        settings.putAll(Map.of("repair", "tables", "why", "restored from the backup of Monday"));
        return run("repair", migrations, settings);
    }

    /** No lease matters here, and the machine may be busy. */
    private Things.Said run(String goal, List<Class<?>> migrations, Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.put("leaseMillis", "60000");
        return things.run(goal, migrations, settings);
    }

    private void succeed(List<Class<?>> migrations) {
        assertEquals("", run("migrate", migrations, Map.of()).failure());
    }
}
