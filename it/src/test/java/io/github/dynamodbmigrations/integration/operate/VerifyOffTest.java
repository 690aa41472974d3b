package io.github.dynamodbmigrations.integration.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.Amendment;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.history.RunState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shop.operated.V0001_AddCurrency;

/** A run without the pass that proves it: only on somebody's word, which the history keeps. */
@Execution(ExecutionMode.CONCURRENT)
final class VerifyOffTest {
    private static final List<Class<?>> ONE = List.of(V0001_AddCurrency.class);
    private static final Map<String, String> OFF = Map.of("verify", "off", "why", "the table is huge");

    private final Things things = new Things();

    @Test
    void theHistoryKeepsWhoseWordItWasAndWhy() {
        things.put("a");
        var said = things.run("migrate", ONE, OFF);
        assertEquals("", said.failure());
        assertTrue(said.says("warning: verify=off: runs are recorded SUCCEEDED without the pass"), said.printed());
        assertTrue(said.says("SUCCEEDED, NOT VERIFIED, in"), said.printed());
        assertEquals("EUR", things.text("a", "currency"));
        var state = things.ports.history().read();
        var word = state.unverified(state.last().orElseThrow()).orElseThrow();
        assertEquals("ada", word.who());
        assertEquals("the table is huge", word.why());
        assertEquals(new Amendment.Unverified(new RunKey(1, 1), 1), word.act());
        assertTrue(things.run("verify", ONE, Map.of()).says("residual 0"));
    }

    @Test
    void withoutItTheRunIsVerified() {
        things.put("a");
        var said = things.run("migrate", ONE, Map.of());
        assertTrue(said.says("SUCCEEDED in"), said.printed());
        var state = things.ports.history().read();
        assertEquals(2, state.last().orElseThrow().pass());
        assertEquals(List.of(), state.amendments());
    }

    @Test
    void itTakesAReason() {
        things.put("a");
        var said = things.run("migrate", ONE, Map.of("verify", "off"));
        assertTrue(said.failure().startsWith("DM309 reason is missing: goal migrate with verify=off"), said.failure());
        assertEquals("", things.text("a", "currency"));
    }

    @Test
    void itLetsNoRejectedItemPass() {
        things.put("a", "broken", "yes");
        var said = things.run("migrate", ONE, OFF);
        assertTrue(said.failure().startsWith("DM414"), said.failure());
        assertEquals(
                RunState.FAILED,
                things.ports.history().read().last().orElseThrow().state());
    }
}
