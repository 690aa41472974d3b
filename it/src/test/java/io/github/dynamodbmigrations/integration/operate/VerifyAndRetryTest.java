package io.github.dynamodbmigrations.integration.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shop.operated.V0001_AddCurrency;
import shop.operated.V0001_AddFrancs;
import shop.operated.V0002_AddContinent;

/** Looking after a version that has been applied. */
@Execution(ExecutionMode.CONCURRENT)
final class VerifyAndRetryTest {
    private static final List<Class<?>> ONE = List.of(V0001_AddCurrency.class);
    private static final Map<String, String> ONE_MAY_BE_REJECTED = Map.of("maxRejected", "2");

    private final Things things = new Things();

    @Test
    void verifyFindsWhatWasWrittenSinceAndWritesNothing() {
        things.put("a");
        assertEquals("", things.run("migrate", ONE, Map.of()).failure());
        var clean = things.run("verify", ONE, Map.of());
        assertEquals("", clean.failure());
        assertTrue(clean.says("residual 0  unproven 0"), clean.printed());

        things.put("b");
        var recorded = things.recorded();
        var items = things.items();
        var said = things.run("verify", ONE, Map.of());
        assertTrue(said.says("residual 1  unproven 0"), said.printed());
        assertTrue(said.failure().startsWith("DM424 items are still to be changed: "), said.failure());
        assertEquals(recorded, things.recorded());
        assertEquals(items, things.items());
    }

    @Test
    void verifyKnowsWhatWasRejected() {
        things.put("a");
        things.put("b", "broken", "yes");
        assertEquals("", things.run("migrate", ONE, ONE_MAY_BE_REJECTED).failure());
        var said = things.run("verify", ONE, Map.of());
        assertEquals("", said.failure());
        assertTrue(said.says("rejected 1"), said.printed());
    }

    @Test
    void verifyNeedsAVersionThatWasApplied() {
        things.put("a");
        things.run("migrate", ONE, Map.of());
        var said = things.run("verify", ONE, Map.of("target", "2"));
        assertTrue(said.failure().startsWith("DM213 no run of version 2 is SUCCEEDED"), said.failure());
    }

    @Test
    void retryMigratesTheRejectedItemsThatWereMendedAndNothingElse() {
        things.put("a");
        things.put("b", "broken", "yes");
        things.put("c", "broken", "yes");
        assertEquals("", things.run("migrate", ONE, ONE_MAY_BE_REJECTED).failure());
        things.put("b");
        things.put("new");
        var said = things.run("retry-failed", ONE, Map.of("why", "mended by hand"));
        assertEquals("", said.failure());
        assertTrue(said.says("1 rejected items of version 1 are not rejected any more, 1 still are"), said.printed());
        assertEquals("EUR", things.text("b", "currency"));
        assertEquals("", things.text("new", "currency"), "it was not rejected");
        assertEquals(1, things.ports.rejects().count(1, 1));
        assertEquals("mended by hand", things.ports.amendments().list().get(0).why());

        things.put("c");
        assertTrue(things.run("retry-failed", ONE, Map.of()).says("0 still are"));
        assertTrue(things.run("retry-failed", ONE, Map.of()).says("nothing to retry"));
    }

    @Test
    void retryStopsBeforeOtherCode() {
        things.put("b", "broken", "yes");
        assertEquals("", things.run("migrate", ONE, ONE_MAY_BE_REJECTED).failure());
        things.put("b");
        var said = things.run("retry-failed", List.of(V0001_AddFrancs.class), Map.of());
        assertTrue(said.failure().startsWith("DM208 plan differs: version 1"), said.failure());
        assertEquals("", things.text("b", "currency"));
    }

    @Test
    void retryIsForTheLatestRankOnly() {
        things.put("b", "broken", "yes");
        List<Class<?>> both = List.of(V0001_AddCurrency.class, V0002_AddContinent.class);
        assertEquals("", things.run("migrate", both, ONE_MAY_BE_REJECTED).failure());
        things.put("b");
        var said = things.run("retry-failed", both, Map.of());
        assertTrue(said.says("nothing to retry: no rejected item of version 2"), said.printed());
        assertEquals("", things.text("b", "currency"));
    }

    @Test
    void aGoalNeedsAHistory() {
        for (var goal : List.of("verify", "retry-failed", "repair", "unlock")) {
            var said = things.run(goal, ONE, Map.of());
            assertTrue(said.failure().startsWith("DM313 history table "), said.failure());
        }
    }
}
