package io.github.dynamodbmigrations.integration.counterexample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Versions 1 and 3 have been applied when version 2 is merged. */
@Execution(ExecutionMode.CONCURRENT)
final class OutOfOrderTest extends CounterExample {
    private static final PlannerSettings ALLOWED = new PlannerSettings(Optional.empty(), 0, true, false, false);

    private static Change mark(Item item, String mark) {
        return Change.update(item.with(mark, true));
    }

    /** The first. */
    @Migration(version = 1, table = "Things")
    public static final class First implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            return mark(item, "first");
        }
    }

    /** The late one. */
    @Migration(version = 2, table = "Things")
    public static final class Second implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            return mark(item, "second");
        }
    }

    /** The third. */
    @Migration(version = 3, table = "Things")
    public static final class Third implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            return mark(item, "third");
        }
    }

    @Test
    void aVersionBelowOneThatWasAppliedIsRefused() {
        applyTheFirstAndTheThird();
        refused(FailureCode.OUT_OF_ORDER, () -> engine.migrate(First.class, Second.class, Third.class));
        assertEquals(List.of(1L, 3L), versions());
        assertEquals(List.of("first", "third"), marks());
    }

    @Test
    void itRunsWhereThatIsAllowedAndTheCurrentVersionStays() {
        applyTheFirstAndTheThird();
        engine.asked(ALLOWED).migrate(First.class, Second.class, Third.class);
        assertEquals(List.of(1L, 3L, 2L), versions());
        assertEquals(List.of("first", "second", "third"), marks());
        assertEquals(3, engine.ports().history().open().status().version());
        engine.migrate(First.class, Second.class, Third.class);
        assertEquals(List.of(1L, 3L, 2L), versions(), "nothing is pending any more, and nothing is out of order");
    }

    @Test
    void whatIsAllowedOutOfOrderWaitsForAnUnfinishedRunAllTheSame() {
        things.put("1", "name", "Ada");
        engine.migrate(First.class);
        var life = Life.endingBefore("advance");
        assertThrows(Life.Killed.class, () -> engine.with(life::ports).migrate(First.class, Third.class));
        engine.asked(ALLOWED).migrate(First.class, Second.class, Third.class);
        assertEquals(List.of(1L, 3L, 2L), versions(), "the third is finished first");
    }

    private void applyTheFirstAndTheThird() {
        things.put("1", "name", "Ada");
        engine.migrate(First.class, Third.class);
    }

    private List<Long> versions() {
        return engine.runs().stream().map(Run::version).toList();
    }

    private List<String> marks() {
        return things.get("1").keySet().stream()
                .filter(name -> !name.equals("name"))
                .toList();
    }
}
