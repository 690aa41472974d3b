package io.github.dynamodbmigrations.integration.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shop.operated.V0001_AddCurrency;
import shop.operated.V0002_AddContinent;

/** Data that has reached a version before its history began. */
@Execution(ExecutionMode.CONCURRENT)
final class BaselineTest {
    private static final List<Class<?>> BOTH = List.of(V0001_AddCurrency.class, V0002_AddContinent.class);
    private static final Map<String, String> ONE = Map.of("baselineVersion", "1", "why", "it came with the data");

    private final Things things = new Things();

    @Test
    void versionsUpToItStartNothing() {
        things.put("a");
        var said = things.run("baseline", BOTH, ONE);
        assertEquals("", said.failure());
        assertTrue(said.says("versions up to 1 count as applied and start nothing"), said.printed());

        assertEquals("", things.run("migrate", BOTH, Map.of()).failure());
        assertEquals("", things.text("a", "currency"));
        assertEquals("eu", things.text("a", "continent"));
    }

    @Test
    void aRunHonoursTheOneOfTheStackWhileTheHistoryIsEmpty() {
        things.put("a");
        var said = things.run("migrate", BOTH, Map.of("baselineVersion", "1"));
        assertEquals("", said.failure());
        assertTrue(said.says("start nothing, as BaselineVersion says"), said.printed());
        assertEquals("", things.text("a", "currency"));
        assertEquals("eu", things.text("a", "continent"));
        assertEquals(
                "", things.run("migrate", BOTH, Map.of("baselineVersion", "2")).failure());
        assertEquals(1, things.ports.history().read().baseline(), "it has begun by now");
    }

    @Test
    void withoutItAllVersionsStart() {
        things.put("a");
        assertEquals("", things.run("migrate", BOTH, Map.of()).failure());
        assertEquals("EUR", things.text("a", "currency"));
    }

    @Test
    void readersOfTheStatusSeeItAsTheyKnowIt() {
        things.run("baseline", BOTH, ONE);
        var status = Objects.requireNonNull(things.recorded().get("_migration CURRENT_STATUS"));
        assertEquals(Set.of("pk", "sk", "status", "version", "previousVersion", "metadata"), status.keySet());
        assertEquals("SUCCEEDED", Objects.requireNonNull(status.get("status")).s());
        assertEquals("1", Objects.requireNonNull(status.get("version")).n());
        assertEquals("0", Objects.requireNonNull(status.get("previousVersion")).n());
        assertEquals(
                Set.of("date", "startedAt", "stateMachineId"),
                Objects.requireNonNull(status.get("metadata")).m().keySet());
        var amended = things.ports.amendments().list().get(0);
        assertEquals("ada", amended.who());
        assertEquals("it came with the data", amended.why());
    }

    @Test
    void isRefusedAfterARun() {
        things.put("a");
        things.run("migrate", List.of(V0001_AddCurrency.class), Map.of());
        var before = things.ports.history().read();
        var said = things.run("baseline", BOTH, Map.of("baselineVersion", "2"));
        assertTrue(said.failure().startsWith("DM212 history is not empty"), said.failure());
        assertEquals(before, things.ports.history().read());
    }

    @Test
    void isSetOnce() {
        things.run("baseline", BOTH, ONE);
        var again = things.run("baseline", BOTH, ONE);
        assertTrue(again.says("nothing to do"), again.toString());
        assertEquals(1, things.ports.amendments().list().size());
        var other = things.run("baseline", BOTH, Map.of("baselineVersion", "2"));
        assertTrue(other.failure().startsWith("DM212"), other.failure());
    }

    @Test
    void coversAVersion() {
        var said = things.run("baseline", BOTH, Map.of("baselineVersion", "0"));
        assertTrue(said.failure().startsWith("DM210 baseline 0 covers no version"), said.failure());
    }
}
