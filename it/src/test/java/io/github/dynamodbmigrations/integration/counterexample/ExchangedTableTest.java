package io.github.dynamodbmigrations.integration.counterexample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.integration.LocalTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Another table takes the place of one that a history describes, under its name or under another one. */
@Execution(ExecutionMode.CONCURRENT)
final class ExchangedTableTest extends CounterExample {
    private static final List<String> WAYS_OUT = List.of("<tables>", "<historyTable>", "repair=tables");

    /** Follows on what the first version has done. */
    @Migration(version = 2, table = "Things")
    public static final class Follow implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            return Change.update(item.with("followed", item.has("marked")));
        }
    }

    @Test
    void aTableThatWasDroppedAndMadeAgainIsRefusedThoughNothingIsPending() {
        var former = migrateAndRecreate();
        var message = assertStops(() -> engine.migrate(StaleImageTest.Mark.class));
        assertTrue(message.contains(former) && message.contains(tableId()) && !former.equals(tableId()), message);
        assertEquals("none", things.text("2", "marked"));
    }

    @Test
    void negativeControlWithoutItsBindingTheHistoryTakesItForMigrated() {
        migrateAndRecreate();
        forgetTheBinding();
        assertEquals(0, engine.migrate(StaleImageTest.Mark.class).size());
        assertFalse(things.get("2").containsKey("marked"), "and it never was");
    }

    @Test
    void aRunThatWasInterruptedDoesNotGoOnInATableThatWasMadeAgain() {
        things.put("1", "name", "Ada");
        var life = Life.endingBefore("checkOut");
        assertThrows(Life.Killed.class, () -> engine.with(life::ports).migrate(StaleImageTest.Mark.class));
        things.recreate();
        things.put("2", "name", "Grace");
        assertStops(() -> engine.migrate(StaleImageTest.Mark.class));
        forgetTheBinding();
        refused(FailureCode.TABLE_EXCHANGED, () -> engine.migrate(StaleImageTest.Mark.class));
        assertFalse(things.get("2").containsKey("marked"), "its frozen plan names the former table, too");
    }

    @Test
    void aTableOfAnotherNameIsRefusedBeforeTheNextVersionTouchesIt() {
        things.put("1", "name", "Ada");
        engine.migrate(StaleImageTest.Mark.class);
        var other = LocalTable.create(LocalDynamo.client(), "other");
        other.put("1", "name", "Grace");
        var message = assertStops(() -> engine.over(other.name).migrate(StaleImageTest.Mark.class, Follow.class));
        assertTrue(message.contains("/" + things.name) && message.contains("/" + other.name), message);
        assertEquals(Map.of("name", AttributeValue.fromS("Grace")), other.get("1"));

        forgetTheBinding();
        engine.over(other.name).migrate(StaleImageTest.Mark.class, Follow.class);
        assertEquals(
                AttributeValue.fromBool(false),
                other.get("1").get("followed"),
                "without the binding version 2 runs where version 1 never has");
    }

    private String assertStops(Runnable migration) {
        var stop = assertThrows(MigrationException.class, migration::run);
        assertEquals(FailureCode.TABLE_EXCHANGED.code(), stop.code());
        var message = String.valueOf(stop.getMessage());
        WAYS_OUT.forEach(way -> assertTrue(message.contains(way), message));
        return message;
    }

    /** Returns the former table's id. */
    private String migrateAndRecreate() {
        things.put("1", "name", "Ada");
        engine.migrate(StaleImageTest.Mark.class);
        var former = tableId();
        things.recreate();
        things.put("2", "name", "Grace");
        return former;
    }

    private void forgetTheBinding() {
        things.client.deleteItem(request -> request.tableName(engine.history().table())
                .key(Map.of("pk", AttributeValue.fromS("_migration"), "sk", AttributeValue.fromS("BINDING#Things"))));
    }

    /** DynamoDB Local gives tables no id, so that the time at which one was made tells them apart. */
    private String tableId() {
        return things.client
                .describeTable(request -> request.tableName(things.name))
                .table()
                .creationDateTime()
                .toString();
    }
}
