package io.github.dynamodbmigrations.integration.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.Amendment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shop.operated.V0001_AddCurrency;
import shop.operated.V0001_AddFrancs;
import shop.operated.V0002_AddContinent;
import shop.operated.V0003_GrantPoints;

/** What a history says is brought in line with what there is; nothing that a run has recorded is changed. */
@Execution(ExecutionMode.CONCURRENT)
final class RepairTest {
    private static final List<Class<?>> ONE = List.of(V0001_AddCurrency.class);
    private static final List<Class<?>> BOTH = List.of(V0001_AddCurrency.class, V0002_AddContinent.class);
    private static final Map<String, String> WHY = Map.of("why", "we looked at it");

    private final Things things = new Things();

    @Test
    void doesNothingWhereNothingIsWrong() {
        things.put("a");
        succeed(ONE);
        var before = things.recorded();
        var said = things.run("repair", ONE, all());
        assertEquals("", said.failure());
        assertTrue(said.says("nothing to repair"), said.printed());
        assertEquals(withoutLock(before), withoutLock(things.recorded()));
    }

    @Test
    void realignsChecksumsSoThatThereIsNoDriftAnyMore() {
        things.put("a");
        succeed(ONE);
        List<Class<?>> changed = List.of(V0001_AddFrancs.class);
        assertTrue(things.run("migrate", changed, Map.of()).says("DM201"));
        var before = things.recorded();

        var unsigned = things.run("repair", changed, Map.of());
        assertTrue(unsigned.failure().startsWith("DM309 reason is missing"), unsigned.failure());
        var said = things.run("repair", changed, WHY);
        assertEquals("", said.failure());
        assertTrue(said.says("repaired: version 1 has the checksums of today's code: v1:"), said.printed());
        assertTrue(!things.run("migrate", changed, Map.of()).says("DM201"));
        before.keySet().removeIf(key -> key.endsWith(" LOCK"));
        before.forEach((key, item) -> assertEquals(item, things.recorded().get(key), key + " is as it was"));
        assertTrue(things.run("repair", changed, WHY).says("nothing to repair"));
        assertTrue(things.run("migrate", ONE, Map.of()).says("DM201"), "the former code is the changed one now");
    }

    @Test
    void aMissingVersionThatWasAcceptedDoesNotBlock() {
        things.put("a");
        succeed(ONE);
        List<Class<?>> later = List.of(V0002_AddContinent.class);
        assertTrue(things.run("migrate", later, Map.of()).failure().startsWith("DM203"));
        var said = things.run("repair", later, WHY);
        assertTrue(said.says("repaired: version 1 was applied, and may lack its class from now on"), said.printed());
        succeed(later);
        assertEquals("eu", things.text("a", "continent"));
    }

    @Test
    void anotherTableIsBoundOnlyIfThatIsAskedFor() {
        things.put("a");
        succeed(ONE);
        things.exchange();
        things.put("b", "currency", "EUR");
        assertTrue(things.run("migrate", BOTH, Map.of()).failure().startsWith("DM209"));
        var left = things.run("repair", BOTH, WHY);
        assertTrue(left.says("left as it is: table Things is arn:"), left.printed());
        assertTrue(things.run("migrate", BOTH, Map.of()).failure().startsWith("DM209"));

        var unsaid = things.run("repair", BOTH, with("tables"));
        assertTrue(unsaid.failure().startsWith("DM215"), unsaid.failure());
        var version = with("tables");
        version.put("tableVersions.Things", "1");
        var said = things.run("repair", BOTH, version);
        assertTrue(said.says("repaired: table Things is arn:"), said.printed());
        succeed(BOTH);
        assertEquals("eu", things.text("b", "continent"));
        var act = things.ports.amendments().list().get(0).act();
        assertTrue(act instanceof Amendment.Rebound, act.toString());
    }

    @Test
    void aRunThatTooManyRejectsHaveEndedSucceedsOnceTheyAreWaived() {
        things.put("a");
        things.put("b", "broken", "yes");
        assertTrue(things.run("migrate", ONE, Map.of()).failure().startsWith("DM414"));
        assertTrue(things.run("migrate", ONE, Map.of()).failure().startsWith("DM414"), "not without being waived");
        assertEquals(1, things.ports.rejects().count(1, 1));
        var said = things.run("repair", ONE, with("rejects"));
        assertTrue(said.says("repaired: 1 items that version 1 left alone count as they are"), said.toString());
        assertEquals(0, things.ports.rejects().count(1, 1));
        succeed(ONE);
        assertEquals("", things.text("b", "currency"));
        assertEquals("EUR", things.text("a", "currency"));
        var amended = things.ports.amendments().list().get(0);
        assertEquals(List.of("ada", "we looked at it"), List.of(amended.who(), amended.why()));
    }

    @Test
    void onlyWhatWasWaivedCounts() {
        things.put("b", "broken", "yes");
        things.run("migrate", ONE, Map.of());
        things.run("repair", ONE, with("rejects"));
        things.put("c", "broken", "yes");
        assertTrue(things.run("migrate", ONE, Map.of()).failure().startsWith("DM414"));
    }

    @Test
    void anUnprovenItemFailsTheRunUntilItIsWaived() {
        List<Class<?>> points = List.of(V0003_GrantPoints.class);
        things.put("a");
        for (var i = 0; i < 400; i++) {
            things.put("filler-" + i);
        }
        var slow = new Thread(() ->
                things.run("migrate", points, Map.of("writeUnits", "100", "workers", "1", "settleDelaySeconds", "4")));
        slow.start();
        while (things.items().values().stream()
                        .filter(item -> item.containsKey("points"))
                        .count()
                < 401) {
            pause();
        }
        things.put("late");
        join(slow);
        assertTrue(things.run("migrate", points, Map.of()).failure().startsWith("DM420"));
        assertEquals("", things.text("late", "points"));
        assertEquals("10", things.text("a", "points"));
        var said = things.run("repair", points, with("unproven"));
        assertTrue(said.says("repaired: 1 items that version 3 left alone count as they are"), said.toString());
        succeed(points);
        assertEquals("", things.text("late", "points"));
        assertEquals("10", things.text("a", "points"));
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void succeed(List<Class<?>> migrations) {
        assertEquals("", things.run("migrate", migrations, Map.of()).failure());
    }

    private static Map<String, String> with(String parts) {
        var all = new HashMap<>(WHY);
        all.put("repair", parts);
        return all;
    }

    private static Map<String, String> all() {
        return with("checksums, missing, tables, rejects, unproven");
    }

    private static Map<?, ?> withoutLock(Map<String, ?> recorded) {
        var rest = new HashMap<>(recorded);
        rest.keySet().removeIf(key -> key.endsWith(" LOCK"));
        return rest;
    }
}
