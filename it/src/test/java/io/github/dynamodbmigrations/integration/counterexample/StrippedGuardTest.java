package io.github.dynamodbmigrations.integration.counterexample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dynamodbmigrations.history.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A writer puts a model that does not know the guard; the sweep after the first pass meets an item without one. */
@Execution(ExecutionMode.CONCURRENT)
final class StrippedGuardTest extends CounterExample {
    @Test
    void aSweepReportsWhatLostItsGuard() {
        strip(Addition.UnderItem.class);
        refused(FailureCode.UNPROVEN_ITEMS, () -> engine.migrate(Addition.UnderItem.class));
        assertEquals("1001", things.text("1", "n"));
    }

    @Test
    void negativeControlAFalseUpdateOnlyLetsTheSweepDoubleIt() {
        strip(Addition.UnderItemWithWritersThatOnlyUpdate.class);
        engine.migrate(Addition.UnderItemWithWritersThatOnlyUpdate.class);
        assertEquals("2001", things.text("1", "n"));
    }

    /** The first pass has ended, and the verify pass has not begun, when the writer drops the guard. */
    private void strip(Class<?> migration) {
        things.put("1", number("n", 1));
        var life = Life.endingBefore("checkOut");
        assertThrows(Life.Killed.class, () -> engine.with(life::ports).migrate(migration));
        things.put("1", number("n", 1_001));
    }
}
