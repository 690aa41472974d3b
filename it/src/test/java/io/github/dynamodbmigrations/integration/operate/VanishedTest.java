package io.github.dynamodbmigrations.integration.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shop.operated.V0001_AddCurrency;

/** The way to the database is cut while a goal is at work, and is there again for the next one. */
@Execution(ExecutionMode.CONCURRENT)
final class VanishedTest {
    private static final List<Class<?>> ONE = List.of(V0001_AddCurrency.class);
    private static final int ITEMS = 60;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Things things = new Things();
    private final Relay relay = new Relay(LocalDynamo.endpoint());

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void aRunEndsWithWhatWasAskedAndWhereAndGoesOnLater() {
        for (var id = 0; id < ITEMS; id++) {
            things.put("t" + id);
        }
        var said = cut(Map.of("writeUnits", "10"), () -> migrated() > 0);
        assertUnreachable(said);
        assertTrue(migrated() > 0 && migrated() < ITEMS, "it was to be cut off amid its work: " + migrated());

        var next = things.run("migrate", ONE, Map.of());
        assertEquals("", next.failure());
        assertTrue(next.says("(resumed, attempt 2)"), next.printed());
        assertEquals(ITEMS, migrated());
    }

    @Test
    void soDoesOneThatWaitsForTheLock() {
        things.put("a");
        assertEquals("", things.run("migrate", ONE, Map.of()).failure());
        var lock = things.ports.lock();
        assertTrue(lock.take(lock.read(), Owner.direct("ben"), LONG, LONG).isPresent());
        var begun = System.nanoTime();
        var said = cut(Map.of(), () -> System.nanoTime() - begun > 1_000_000_000L);
        assertUnreachable(said);
        assertTrue(said.says("waiting for the lock, held by direct ben"), said.printed());
    }

    private void assertUnreachable(Things.Said said) {
        assertTrue(said.failure().startsWith("DM325 DynamoDB does not answer: "), said.failure() + said.printed());
        assertTrue(said.failure().contains("endpoint " + relay.endpoint()), said.failure());
        assertFalse(said.says("DM499"), said.failure() + said.printed());
    }

    private Things.Said cut(Map<String, String> more, BooleanSupplier when) {
        var settings = new HashMap<>(more);
        settings.put("endpoint", relay.endpoint().toString());
        var run = CompletableFuture.supplyAsync(() -> things.run("migrate", ONE, settings));
        while (!when.getAsBoolean() && !run.isDone()) {
            Thread.onSpinWait();
        }
        relay.close();
        return run.join();
    }

    private long migrated() {
        return things.items().values().stream()
                .filter(item -> item.containsKey("currency"))
                .count();
    }
}
