package io.github.dynamodbmigrations.integration.counterexample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.history.RunState;
import java.math.BigDecimal;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A process stands still between its last check and its request, past its lease, and thaws when others have gone on. */
@Execution(ExecutionMode.CONCURRENT)
final class ZombieTest extends CounterExample {
    private final Life zombie = Life.frozenBefore("write");

    /** Renames a to b. */
    @Migration(version = 1, table = "Things")
    public static final class Rename implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            return item.string("a")
                    .map(a -> (Change) Change.update(item.without("a").with("b", a)))
                    .orElse(Change.keep());
        }
    }

    /** Renames it back, so that the expectation of a late write of the first version is met again. */
    @Migration(version = 2, table = "Things")
    public static final class RenameBack implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            return item.string("b")
                    .map(b -> (Change) Change.update(item.without("b").with("a", b)))
                    .orElse(Change.keep());
        }
    }

    @Test
    void theNextVersionWaitsUntilALateWriteOfTheOneBeforeHasArrived() throws Exception {
        var late = freezeTheFirstVersion();
        var successor = CompletableFuture.runAsync(() -> engine.migrate(Rename.class, RenameBack.class));
        awaitSuccess(1);
        assertEquals(1, engine.runs().size(), "the next version waits");
        zombie.thaw();
        assertStopped(late);
        successor.join();
        assertEquals("x", things.text("1", "a"));
        assertEquals("none", things.text("1", "b"));
    }

    @Test
    void negativeControlWithoutThatWaitTheLateWriteLandsOnTheNextVersionsWork() throws Exception {
        var late = freezeTheFirstVersion();
        engine.with(Without::theWaitForMissingWorkers).migrate(Rename.class, RenameBack.class);
        zombie.thaw();
        assertStopped(late);
        assertEquals("x", things.text("1", "b"), "the history says that version 2 has renamed it back");
        assertEquals(RunState.SUCCEEDED, engine.runs().get(1).state());
    }

    @Test
    void theGuardRefusesALateWriteThoughTheApplicationHasMadeItsExpectationTrueAgain() throws Exception {
        var late = freezeAnAddition(engine);
        assertEquals("1", things.text("1", "n"), "1,000 were added and spent");
        zombie.thaw();
        assertThrows(Exception.class, late::join);
        assertEquals("1", things.text("1", "n"));
    }

    @Test
    void negativeControlALateWriteWithoutTheGuardsClauseAddsItAgain() throws Exception {
        var late = freezeAnAddition(engine.with(Without.partOfTheCondition(Stripping::guard)));
        zombie.thaw();
        assertThrows(Exception.class, late::join);
        assertEquals("1001", things.text("1", "n"));
    }

    private CompletableFuture<Void> freezeTheFirstVersion() throws InterruptedException {
        things.put("1", "a", "x");
        var late = begin(engine.with(zombie::ports), Rename.class);
        zombie.awaitFrozen();
        return late;
    }

    /** A worker holds a write that adds 1,000 to 1; another one adds them, and the application spends them. */
    private CompletableFuture<Void> freezeAnAddition(LocalEngine frozen) throws InterruptedException {
        things.put("1", number("n", 1));
        var late = begin(
                new LocalEngine(
                        things.name,
                        engine.history(),
                        ports -> zombie.ports(frozen.between().apply(ports))),
                Addition.UnderItem.class);
        zombie.awaitFrozen();
        engine.migrate(Addition.UnderItem.class);
        var spent = new BigDecimal(things.text("1", "n")).subtract(BigDecimal.valueOf(1_000));
        things.set("1", "n", AttributeValue.fromN(spent.toPlainString()));
        return late;
    }

    private void awaitSuccess(int runs) throws InterruptedException {
        while (engine.runs().stream()
                        .filter(run -> run.state() == RunState.SUCCEEDED)
                        .count()
                < runs) {
            Thread.sleep(20);
        }
    }
}
