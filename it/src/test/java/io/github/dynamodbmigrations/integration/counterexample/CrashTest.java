package io.github.dynamodbmigrations.integration.counterexample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.FailureCode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A page is written and its checkpoint is not: the next process walks it again. */
@Execution(ExecutionMode.CONCURRENT)
final class CrashTest extends CounterExample {
    @Test
    void underTheItemGuardAdditionsAreAppliedOnce() {
        things.put("1", number("n", 1));
        crashAfterTheFirstPage(Addition.UnderItem.class);
        assertEquals("1001", things.text("1", "n"), "it was written");
        engine.migrate(Addition.UnderItem.class);
        assertEquals("1001", things.text("1", "n"));
    }

    @Test
    void negativeControlWithoutTheGuardTheyAreAppliedTwice() {
        things.put("1", number("n", 1));
        crashAfterTheFirstPage(Addition.UnderItem.class);
        try {
            engine.with(Without::theGuardsThatWereSet).migrate(Addition.UnderItem.class);
        } catch (MigrationException unproven) {
            assertEquals(FailureCode.UNPROVEN_ITEMS.code(), unproven.code());
        }
        assertEquals("2001", things.text("1", "n"));
    }

    @Test
    void underTheLedgerAdditionsAreAppliedOnce() {
        things.put("1", Map.of("n", AttributeValue.fromN("1"), "v", AttributeValue.fromN("1")));
        crashAfterTheFirstPage(Addition.UnderLedger.class);
        engine.migrate(Addition.UnderLedger.class);
        assertEquals("1001", things.text("1", "n"));
    }

    @Test
    void negativeControlWithoutItsMarkersTheyAreAppliedTwice() {
        things.put("1", Map.of("n", AttributeValue.fromN("1"), "v", AttributeValue.fromN("1")));
        crashAfterTheFirstPage(Addition.UnderLedger.class);
        engine.with(Without::theMarkers).migrate(Addition.UnderLedger.class);
        assertEquals("2001", things.text("1", "n"));
    }

    @Test
    void unguardedAdditionsDoNotEvenBegin() {
        things.put("1", number("n", 1));
        refused(FailureCode.NOT_SETTLING, () -> engine.migrate(Addition.Unguarded.class));
        assertEquals("1", things.text("1", "n"));
    }

    @Test
    void whatIsInsertedAgainUnderAKeyOfTheLedgerCountsAsMigrated() {
        var one = Map.of("n", AttributeValue.fromN("1"), "v", AttributeValue.fromN("1"));
        things.put("1", one);
        crashAfterTheFirstPage(Addition.UnderLedger.class);
        things.delete("1");
        things.put("1", one);
        engine.migrate(Addition.UnderLedger.class);
        assertEquals("1", things.text("1", "n"));
    }
}
