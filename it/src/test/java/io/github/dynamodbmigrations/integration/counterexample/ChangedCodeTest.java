package io.github.dynamodbmigrations.integration.counterexample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.OnChange;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.history.FailureCode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The code is changed after it has written items and failed. Old and new code settle, each by itself. */
@Execution(ExecutionMode.CONCURRENT)
final class ChangedCodeTest extends CounterExample {
    private static Change toCents(Item item, String mark) {
        return item.has(mark)
                ? Change.keep()
                : Change.update(item.with(mark, true)
                        .with("price", item.number("price").orElseThrow().multiply(BigDecimal.valueOf(100))));
    }

    /** The first attempt. */
    @Migration(version = 1, table = "Things")
    public static final class Cents implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            return toCents(item, "cents");
        }
    }

    /** The same with another mark. */
    @Migration(version = 1, table = "Things")
    public static final class OtherMark implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            return toCents(item, "inCents");
        }
    }

    /** The same, to begin anew. */
    @Migration(version = 1, table = "Things", onChange = OnChange.RESTART)
    public static final class Restarted implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            return toCents(item, "inCents");
        }
    }

    /** The same, to go on. */
    @Migration(version = 1, table = "Things", onChange = OnChange.CONTINUE)
    public static final class Continued implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            return toCents(item, "inCents");
        }
    }

    @Test
    void changedCodeStopsUntilItsAuthorDecides() {
        crash();
        refused(FailureCode.CHANGED_AFTER_WRITES, () -> engine.migrate(OtherMark.class));
        assertEquals("500", things.text("1", "price"));
    }

    @Test
    void restartAndContinueAreRefusedWithoutAGuard() {
        crash();
        refused(FailureCode.UNGUARDED_WRITES, () -> engine.migrate(Restarted.class));
        refused(FailureCode.UNGUARDED_WRITES, () -> engine.migrate(Continued.class));
        assertEquals("500", things.text("1", "price"));
    }

    @Test
    void negativeControlWithoutTheFrozenChecksumsTheNewCodeRunsOnWhatTheOldCodeMade() {
        crash();
        engine.with(Without.theFrozenChecksums(Continued.class)).migrate(Continued.class);
        assertEquals("50000", things.text("1", "price"));
    }

    @Test
    void underAGuardARestartAppliesTheNewCodeToTheRestAlone() {
        things.put("1", number("n", 1));
        crashAfterTheFirstPage(Addition.UnderItem.class);
        engine.migrate(Addition.UnderItemRestarted.class);
        assertEquals("1001", things.text("1", "n"));
    }

    private void crash() {
        things.put("1", number("price", 5));
        crashAfterTheFirstPage(Cents.class);
        assertEquals("500", things.text("1", "price"), "it was written");
    }
}
