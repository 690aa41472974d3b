package io.github.dynamodbmigrations.integration.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.connection.Place;
import io.github.dynamodbmigrations.control.Watch;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.problem.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shop.operated.V0001_AddCurrency;
import shop.operated.V0002_AddContinent;

/** Nobody tells a goal what the table is called, which CloudFormation has named: the history knows it. */
@Execution(ExecutionMode.CONCURRENT)
final class UnnamedTableTest {
    private static final List<Class<?>> ONE = List.of(V0001_AddCurrency.class);
    private static final List<Class<?>> TWO = List.of(V0001_AddCurrency.class, V0002_AddContinent.class);

    private final Things things = new Things();

    @BeforeEach
    void migrate() {
        things.put("a");
        assertEquals("", things.run("migrate", ONE, Map.of()).failure());
    }

    @Test
    void goalsWorkOnTheTableOfTheHistory() {
        var place = place(Map.of());
        var lines = String.join("\n", place.lines());
        assertTrue(
                lines.contains("table/" + things.table + ", the one of this history, taken since none was named"),
                lines);
        assertEquals(Map.of("Things", things.table), place.connection().tables());

        assertEquals("", run("verify", ONE, place.connection()).failure());
        things.put("b");
        var found = run("verify", ONE, place.connection()).failure();
        assertTrue(found.startsWith("DM424"), found);
        assertEquals("", run("migrate", TWO, place.connection()).failure());
        assertEquals("eu", things.text("a", "continent"));
    }

    @Test
    void negativeControlWithoutTheHistorysNameGoalsLookForATableThatIsCalledLikeTheLogicalName() {
        var lost = run("verify", ONE, things.connection(Map.of())).failure();
        assertTrue(lost.startsWith("DM313 table does not exist: Things. It is called Things here."), lost);
    }

    @Test
    void aTableThatIsNamedIsTheOneThatIsLookedAt() {
        var former = things.table;
        things.exchange();
        var place = place(Map.of("Things", things.table));
        var lines = String.join("\n", place.lines());
        assertTrue(lines.contains(things.table + ", NOT the one of this history: "), lines);
        assertTrue(lines.contains(former) && !lines.contains("none was named"), lines);
        var stopped = run("verify", ONE, place.connection()).failure();
        assertTrue(stopped.startsWith("DM209"), stopped);
    }

    @Test
    void aTableThatIsGoneStopsOnlyWhatNeedsIt() {
        LocalDynamo.client().deleteTable(request -> request.tableName(things.table));
        var gone = place(Map.of());
        var lines = String.join("\n", gone.lines());
        assertTrue(lines.contains("table/" + things.table + " (created "), lines);
        assertTrue(lines.contains("), which does not exist any more"), lines);
        var nothing = run("migrate", ONE, gone.connection());
        assertEquals("", nothing.failure());
        assertTrue(nothing.says("Nothing is pending."), nothing.printed());
        assertTrue(status().contains("V0001 SUCCEEDED, rank 1, "), status());
        var repaired = run("repair", ONE, gone.connection());
        assertTrue(repaired.says("nothing to repair"), repaired.toString());
        for (var needs : List.of(run("verify", ONE, gone.connection()), run("migrate", TWO, gone.connection()))) {
            assertTrue(needs.failure().startsWith("DM313 table does not exist: Things"), needs.failure());
        }
    }

    @Test
    void aTableThatIsNamedHasToExist() {
        var named = Map.of("Things", "misspelled");
        var missing = assertThrows(MigrationException.class, () -> place(named));
        assertEquals("DM313", missing.code());
    }

    private String status() {
        var seen = new ArrayList<String>();
        new Watch(things.connection(Map.of()), Clock.systemUTC(), length -> {}, report -> seen.addAll(report.text()))
                .look(false);
        return String.join("\n", seen);
    }

    @Test
    void aTableThatIsExportedIsTheOneOfTheHistoryToo() {
        var place = place(exported(things));
        assertEquals(Map.of("Things", things.table), place.connection().tables());
        assertEquals("", run("verify", ONE, place.connection()).failure());
    }

    @Test
    void whileNoHistoryKnowsItNobodyGuessesWhatAnExportSays() {
        var fresh = new Things();
        var unknown = assertThrows(ProblemException.class, () -> place(exported(fresh)));
        assertTrue(
                String.valueOf(unknown.getMessage())
                        .startsWith("DM512 only the export shop-things says what table Things is called"),
                unknown::getMessage);
        assertEquals(
                fresh.table,
                place(fresh.connection(Map.of("Things", fresh.table)))
                        .tables()
                        .get(0)
                        .name());
    }

    private static Connection exported(Things things) {
        var known = things.connection(Map.of());
        return new Connection(
                known.history(),
                known.region(),
                known.profile(),
                known.endpoint(),
                known.tables(),
                known.tableRoles(),
                Map.of("Things", "shop-things"));
    }

    private Place place(Map<String, String> named) {
        return place(things.connection(named));
    }

    private static Place place(Connection connection) {
        return Place.find(connection, List.of("Things"), Clock.systemUTC());
    }

    private Things.Said run(String goal, List<Class<?>> migrations, Connection connection) {
        return things.run(goal, migrations, connection, Map.of());
    }
}
