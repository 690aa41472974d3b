package io.github.dynamodbmigrations.integration.counterexample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A migration recognises its work by the run's start, which must be the same in every attempt. */
@Execution(ExecutionMode.CONCURRENT)
final class FrozenPlanTest extends CounterExample {
    /** Adds 1,000 to what does not carry the stamp of this run. */
    @Migration(version = 1, table = "Things")
    public static final class Stamped implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            var stamp = run.startedAt().toString();
            return item.string("stamp").filter(stamp::equals).isPresent()
                    ? Change.keep()
                    : Change.update(item.with("stamp", stamp)
                            .with("n", item.number("n").orElseThrow().add(BigDecimal.valueOf(1_000))));
        }
    }

    @Test
    void aResumeStampsWithTheStartOfTheRun() {
        things.put("1", number("n", 1));
        crashAfterTheFirstPage(Stamped.class);
        engine.migrate(Stamped.class);
        assertEquals("1001", things.text("1", "n"));
    }

    @Test
    void negativeControlWithAStartOfItsOwnAResumeAppliesItTwice() {
        things.put("1", number("n", 1));
        crashAfterTheFirstPage(Stamped.class);
        engine.with(Without.theFrozenStart(Instant.parse("2030-01-01T00:00:00Z")))
                .migrate(Stamped.class);
        assertEquals("2001", things.text("1", "n"));
    }
}
