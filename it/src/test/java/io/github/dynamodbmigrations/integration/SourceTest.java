package io.github.dynamodbmigrations.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.dynamo.DynamoPageSource;
import io.github.dynamodbmigrations.scan.Filter;
import io.github.dynamodbmigrations.scan.Reading;
import io.github.dynamodbmigrations.scan.Source;
import io.github.dynamodbmigrations.throttle.Concurrency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Execution(ExecutionMode.CONCURRENT)
final class SourceTest {
    private static final ItemMigration MARK = (item, run) -> Change.update(item.with("done", true));
    private static final AttributeValue ULM = AttributeValue.fromS("Ulm");
    private static final Filter OPEN =
            new Filter("#s = :v", Map.of("#s", "state"), Map.of(":v", AttributeValue.fromS("open")));

    private final DynamoDbClient client = LocalDynamo.client();
    private LocalTable table;
    private LocalRun run;

    @BeforeEach
    void shop() {
        table = LocalTable.create(client, "sources");
        run = new LocalRun(table);
        IntStream.range(0, 20)
                .forEach(i -> table.put(
                        "i" + i,
                        "city",
                        i % 2 == 0 ? "Ulm" : "Bonn",
                        "since",
                        "2020-" + i,
                        "state",
                        i % 4 == 0 ? "open" : "closed",
                        "note",
                        "not projected"));
        table.put("bare", "note", "in no index", "state", "open");
    }

    @AfterEach
    void closeClient() {
        client.close();
    }

    @Test
    void aScanFeedsWhatItsFilterSelects() {
        run.source = new Source.Scan(Optional.empty(), OPEN);
        run.pageItems = 4;
        var tally = run.migrate(MARK);
        assertEquals(6, tally.scanned());
        assertEquals(6, tally.updated());
    }

    @Test
    void anIndexSuppliesKeysAndTheTableTheItems() {
        run.source = new Source.Scan(Optional.of(LocalTable.BY_CITY), Filter.NONE);
        run.segments = 2;
        run.pageItems = 3;
        var tally = run.migrate((item, context) -> {
            assertTrue(item.has("note"), "not projected into the index, and there nevertheless");
            return Change.update(item.with("done", true));
        });
        assertEquals(20, tally.updated());
        assertFalse(table.get("bare").containsKey("done"));
        assertEquals(0, run.verify(MARK, 2).residual());
    }

    @Test
    void aQueryOfAnIndexFeedsOnePartition() {
        run.source = new Source.Query(Optional.of(LocalTable.BY_CITY), "city", ULM, OPEN);
        run.segments = 3;
        run.pageItems = 2;
        assertEquals(5, run.migrate(MARK).updated());
        assertEquals(0, run.verify(MARK, 2).residual());
        assertEquals(5, run.verify(MARK, 4).tally().scanned(), "the sweep walks the table under the same condition");
    }

    @Test
    void whatLeavesThePartitionMeanwhileIsLeftAlone() {
        run.source = new Source.Query(Optional.of(LocalTable.BY_CITY), "city", ULM, Filter.NONE);
        run.concurrency = Concurrency.NONE;
        run.beforeFirstWrite = () -> IntStream.range(0, 20).forEach(i -> table.set("i" + i, "city", "Bonn"));
        assertEquals(10, run.migrate(MARK).kept());
    }

    @Test
    void aQueryOfTheTableFeedsOnePartition() {
        run.source = new Source.Query(Optional.empty(), "pk", AttributeValue.fromS("i4"), OPEN);
        run.segments = 2;
        assertEquals(1, run.migrate(MARK).updated());
        assertEquals(1, run.verify(MARK, 2).tally().scanned());
    }

    @Test
    void theSweepFindsWhatAnIndexDidNotShow() {
        run.source = new Source.Scan(Optional.of(LocalTable.BY_CITY), Filter.NONE);
        run.migrate(MARK);
        table.put("late", "city", "Ulm", "since", "2024");
        assertEquals(1, run.verify(MARK, 2).residual());
        assertEquals(1, run.pass(MARK, 3).updated());
        assertEquals(0, run.verify(MARK, 4).residual());
    }

    @Test
    void theHistorysOwnItemsAreCountedNowhere() {
        table.put("_migration", "note", "status");
        table.put("_migration#1#5", "note", "checkpoint");
        run.excludedPartitions = Optional.of("_migration");
        assertEquals(21, run.migrate(MARK).scanned());
        assertEquals(
                2,
                table.all().stream().filter(item -> !item.containsKey("done")).count());
    }

    @Test
    void theAuthorsPlaceholdersMayLookLikeOurs() {
        var filter = new Filter(
                "#dm0 = :dm1 AND attribute_exists(#dm1)",
                Map.of("#dm0", "state", "#dm1", "note"),
                Map.of(":dm1", AttributeValue.fromS("open")));
        run.source = new Source.Query(Optional.of(LocalTable.BY_CITY), "city", ULM, filter);
        assertEquals(5, run.migrate(MARK).updated());
        assertEquals(5, run.pass(MARK, 3).kept());
    }

    @ParameterizedTest
    @MethodSource
    void aPageThatEndsBehindAnItemIsFollowedByOneThatBeginsWithTheNext(Source fed) {
        run.source = fed;
        var source = new DynamoPageSource(client, run.plan(), Concurrency.NONE);
        var whole = (Reading.Page) source.feed(0, Optional.empty(), 100);
        assertTrue(whole.images().size() > 1);
        for (var items = 1; items < whole.images().size(); items++) {
            var rest = (Reading.Page) source.feed(0, whole.upTo(items).next(), 100);
            assertEquals(whole.images().subList(items, whole.images().size()), rest.images());
        }
    }

    static Stream<Source> aPageThatEndsBehindAnItemIsFollowedByOneThatBeginsWithTheNext() {
        return Stream.of(
                new Source.Scan(Optional.empty(), OPEN),
                new Source.Scan(Optional.of(LocalTable.BY_CITY), Filter.NONE),
                new Source.Query(Optional.of(LocalTable.BY_CITY), "city", ULM, OPEN));
    }

    @Test
    void aFilterThatDynamoDbDoesNotTakeStopsTheRun() {
        run.source = new Source.Scan(Optional.empty(), new Filter("status = = x", Map.of(), Map.of()));
        var stop = assertThrows(MigrationException.class, () -> run.migrate(MARK));
        assertEquals("DM415", stop.code());
        assertEquals(1, stop.getMessage().lines().count());
    }

    @Test
    void aPageSaysWhatItCostAndKeepsItsLimit() {
        var source = new DynamoPageSource(client, run.plan(), Concurrency.NONE);
        var page = (Reading.Page) source.feed(0, Optional.empty(), 5);
        assertEquals(5, page.images().size());
        assertEquals(5, page.evaluated());
        assertTrue(page.units() >= 1, "a consistent read of a few hundred bytes");
        assertTrue(page.next().isPresent());
    }
}
