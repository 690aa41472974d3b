package io.github.dynamodbmigrations.integration.counterexample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.integration.LocalTable;
import io.github.dynamodbmigrations.write.ItemWriter;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What writers of the old shape do after their item has been migrated, and what helps. */
@Execution(ExecutionMode.CONCURRENT)
final class NotPromisedTest extends CounterExample {
    private static final String ADD_BY_OLD_NAME = "ADD visits :one";

    /** Renames visits to views, and takes the new name for what it finds under the old one. */
    @Migration(version = 1, table = "Things")
    public static final class Rename implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            return item.number("visits")
                    .map(visits -> (Change) Change.update(item.without("visits").with("views", visits)))
                    .orElse(Change.keep());
        }
    }

    /** Renames visits to views, and adds what it finds under the old name. */
    @Migration(version = 1, table = "Things")
    public static final class RenameBothShapes implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            var views = item.number("views").orElse(BigDecimal.ZERO);
            return item.number("visits")
                    .map(visits -> (Change) Change.update(item.without("visits").with("views", views.add(visits))))
                    .orElse(Change.keep());
        }
    }

    /** Moves to another key. */
    @Migration(version = 1, table = "Things")
    public static final class Move implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            var id = item.string("pk").orElseThrow();
            return id.startsWith("new-") || item.has("movedTo")
                    ? Change.keep()
                    : Change.update(item.without("name").with("movedTo", "new-" + id))
                            .put(item.with("pk", "new-" + id));
        }
    }

    @Test
    void aRenameThatKnowsOneShapeLosesWhatIsAddedUnderTheOldName() {
        things.put("1", number("visits", 10));
        migrateAndAddByTheOldName(Rename.class);
        assertEquals("1", things.text("1", "views"), "ten visits are lost");
    }

    @Test
    void aRenameThatTreatsBothShapesKeepsIt() {
        things.put("1", number("visits", 10));
        migrateAndAddByTheOldName(RenameBothShapes.class);
        assertEquals("11", things.text("1", "views"));
    }

    @Test
    void writersOfTheOldShapeThatNeverStopNeverLetItConverge() {
        things.put("1", number("visits", 10));
        var unceasing = engine.with(ports -> {
            var doubles = new Doubles(ports);
            var writer = doubles.writer;
            doubles.writer = plan -> Call.intercepted(ItemWriter.class, writer.apply(plan), call -> {
                var written = call.make();
                if (call.name().equals("write")) {
                    addByTheOldName();
                }
                return written;
            });
            return doubles.ports();
        });
        refused(FailureCode.NOT_CONVERGED, () -> unceasing.migrate(RenameBothShapes.class));
    }

    @Test
    void anUpsertUnderTheOldKeyAfterAMoveMakesAGhost() {
        things.put("1", "name", "Ada");
        engine.migrate(Move.class);
        things.set("1", "name", "Augusta");
        assertEquals("Ada", things.text("new-1", "name"), "what was acknowledged lies beside the tombstone");
        assertEquals("Augusta", things.text("1", "name"));
    }

    /** The application adds by the old name when the first pass has ended, so that the verify pass finds it. */
    private void migrateAndAddByTheOldName(Class<?> migration) {
        var life = Life.endingBefore("checkOut");
        assertThrows(Life.Killed.class, () -> engine.with(life::ports).migrate(migration));
        addByTheOldName();
        engine.migrate(migration);
    }

    private void addByTheOldName() {
        things.client.updateItem(request -> request.tableName(things.name)
                .key(LocalTable.key("1"))
                .updateExpression(ADD_BY_OLD_NAME)
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
    }
}
