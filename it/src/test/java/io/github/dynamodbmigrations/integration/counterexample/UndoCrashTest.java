package io.github.dynamodbmigrations.integration.counterexample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A page was taken back and its checkpoint not written: the next process walks it again. */
@Execution(ExecutionMode.CONCURRENT)
final class UndoCrashTest extends CounterExample {
    @Test
    void underTheItemGuardAdditionsAreTakenBackOnce() {
        crashWhileItIsTakenBack(Addition.UnderItem.class);
        engine.undo(Addition.UnderItem.class);
        assertEquals("1", things.text("1", "n"));
        engine.migrate(Addition.UnderItem.class);
        assertEquals("1001", things.text("1", "n"), "the guard of the undo does not keep it from being applied again");
    }

    @Test
    void underTheLedgerAdditionsAreTakenBackOnce() {
        crashWhileItIsTakenBack(Addition.UnderLedger.class);
        engine.undo(Addition.UnderLedger.class);
        assertEquals("1", things.text("1", "n"));
        engine.migrate(Addition.UnderLedger.class);
        assertEquals("1001", things.text("1", "n"));
    }

    @Test
    void negativeControlWithoutItsMarkersTheyAreTakenBackTwice() {
        crashWhileItIsTakenBack(Addition.UnderLedger.class);
        engine.with(Without::theMarkers).undo(Addition.UnderLedger.class);
        assertEquals("-999", things.text("1", "n"));
    }

    private void crashWhileItIsTakenBack(Class<?> migration) {
        things.put("1", Map.of("n", AttributeValue.fromN("1"), "v", AttributeValue.fromN("1")));
        engine.migrate(migration);
        assertEquals("1001", things.text("1", "n"));
        crashAfterTheFirstPage(mortal -> mortal.undo(migration));
        assertEquals("1", things.text("1", "n"), "it was written");
    }
}
