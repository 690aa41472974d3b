package io.github.dynamodbmigrations.integration.counterexample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.Scan;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.integration.LocalTable;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.scan.PageSource;
import io.github.dynamodbmigrations.scan.Reading;
import io.github.dynamodbmigrations.write.ItemWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What was read is no longer, or never was, what lies in the table when it is written. */
@Execution(ExecutionMode.CONCURRENT)
final class StaleImageTest extends CounterExample {
    /** Marks what is open. */
    @Migration(version = 1, table = "Things")
    @Scan(filter = "#s = :open", names = "#s=state", values = ":open=S:open")
    public static final class MarkOpen implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            return Change.update(item.with("marked", true));
        }
    }

    /** Marks everything. */
    @Migration(version = 1, table = "Things")
    public static final class Mark implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            return Change.update(item.with("marked", true));
        }
    }

    /** Says of what an index knows whether it has a note, which the index does not project. */
    @Migration(version = 1, table = "Things")
    @Scan(index = "byCity")
    public static final class SayNote implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            return item.has("hasNote") ? Change.keep() : Change.update(item.with("hasNote", item.has("note")));
        }
    }

    @Test
    void whatTheFilterNoLongerSelectsIsLeftAlone() {
        things.put("1", "state", "open");
        migrateAfter(() -> things.set("1", "state", "closed"), UnaryOperator.identity(), MarkOpen.class);
        assertEquals("none", things.text("1", "marked"));
    }

    @Test
    void negativeControlWithoutTheFilterInTheConditionItIsMigrated() {
        things.put("1", "state", "open");
        migrateAfter(
                () -> things.set("1", "state", "closed"),
                Without.partOfTheCondition(Stripping::filter),
                MarkOpen.class);
        assertEquals(true, things.get("1").containsKey("marked"));
    }

    @Test
    void whatIsDeletedMeanwhileStaysAway() {
        things.put("1", "name", "Ada");
        migrateAfter(() -> things.delete("1"), UnaryOperator.identity(), Mark.class);
        assertEquals(List.of(), things.all());
    }

    @Test
    void negativeControlWithoutAttributeExistsItIsResurrected() {
        things.put("1", "name", "Ada");
        migrateAfter(() -> things.delete("1"), Without.partOfTheCondition(Stripping::existence), Mark.class);
        assertEquals(1, things.all().size());
    }

    @Test
    void aPartialIndexSuppliesKeysOnly() {
        things.put("1", "city", "Ulm", "since", "2020", "note", "not projected");
        engine.migrate(SayNote.class);
        assertEquals(AttributeValue.fromBool(true), things.get("1").get("hasNote"));
    }

    @Test
    void negativeControlWithTheIndexsOwnImagesAndNoExpectationItIsToldAFalsehood() {
        things.put("1", "city", "Ulm", "since", "2020", "note", "not projected");
        var writing = Without.partOfTheCondition(Stripping::expectation);
        engine.with(ports -> projected(writing.apply(ports))).migrate(SayNote.class);
        assertEquals(AttributeValue.fromBool(false), things.get("1").get("hasNote"));
    }

    private void migrateAfter(Runnable event, UnaryOperator<EnginePorts> between, Class<?> migration) {
        engine.with(ports -> {
                    var doubles = new Doubles(between.apply(ports));
                    var writer = doubles.writer;
                    doubles.writer = plan -> Call.intercepted(ItemWriter.class, writer.apply(plan), call -> {
                        event.run();
                        return call.make();
                    });
                    return doubles.ports();
                })
                .migrate(migration);
    }

    /** What the index itself says of its items. */
    private EnginePorts projected(EnginePorts ports) {
        var doubles = new Doubles(ports);
        doubles.source = (plan, concurrency) ->
                Call.intercepted(PageSource.class, ports.items().source(plan, concurrency), call -> {
                    var items = things.client
                            .scan(request -> request.tableName(things.name).indexName(LocalTable.BY_CITY.name()))
                            .items();
                    return call.name().equals("feed")
                            ? new Reading.Page(items, places(items), items.size(), Optional.empty(), 1)
                            : call.make();
                });
        return doubles.ports();
    }

    private static List<ItemKey> places(List<Map<String, AttributeValue>> items) {
        return items.stream().map(item -> ItemKey.of(item, LocalTable.KEYS)).toList();
    }
}
