package io.github.dynamodbmigrations.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.diff.ItemSize;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.plan.GuardMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What DynamoDB does not take is rejected by code, at exactly the bound where DynamoDB has it. */
@Execution(ExecutionMode.CONCURRENT)
final class LimitsTest {
    private static final Map<String, AttributeValue> ALL_TYPES = Map.of(
            "s", AttributeValue.fromS("é\u0000 \uD83D\uDE00"),
            "empty", AttributeValue.fromS(""),
            "n", AttributeValue.fromN("-1234567890.1234567890123456789012345678"),
            "b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1, 127})),
            "bool", AttributeValue.fromBool(false),
            "nul", AttributeValue.fromNul(true),
            "ss", AttributeValue.fromSs(List.of("a", "b")),
            "ns", AttributeValue.fromNs(List.of("-2", "0.5")),
            "bs", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("x"))),
            "m",
                    AttributeValue.fromM(Map.of(
                            "l",
                            AttributeValue.fromL(List.of(
                                    AttributeValue.fromM(Map.of()),
                                    AttributeValue.fromL(List.of()),
                                    AttributeValue.fromNul(true))))));

    private final DynamoDbClient client = LocalDynamo.client();
    private LocalTable table;
    private LocalRun run;

    @BeforeEach
    void freshTable() {
        table = LocalTable.create(client, "limits");
        run = new LocalRun(table);
    }

    @AfterEach
    void closeClient() {
        client.close();
    }

    @Test
    void allTenTypesSurviveAnUpdateAndAMoveExactly() {
        table.put("1", ALL_TYPES);
        var stored = table.get("1");
        ItemMigration move = (item, context) -> item.has("moved")
                ? Change.keep()
                : Change.update(item.with("moved", true))
                        .put(item.with("pk", "2").with("moved", true));
        assertEquals(1, run.migrate(move).puts());
        stored.put("moved", AttributeValue.fromBool(true));
        assertEquals(stored, table.get("1"));
        assertEquals(stored, table.get("2"));
    }

    @Test
    void anExpectationOfAllTenTypesIsMetByDynamoDb() {
        table.put("1", ALL_TYPES);
        ItemMigration all = (item, context) ->
                Change.update(item.with("count", item.attributes().containsKey("s") ? 10 : 0));
        assertEquals(1, run.migrate(all).updated());
        assertEquals(0, run.verify(all, 2).residual());
    }

    @Test
    void comparesAsManyAttributesAsDynamoDbDoesAndNoFewer() {
        // 5 operators for existence and guard, and two for each of 146 attributes and the name given.
        assertEquals(1, comparing(146).updated());
        table.delete("1");
        assertEquals(1, comparing(147).rejected());
        assertEquals(List.of(RejectCode.EXPRESSION_TOO_LARGE), codes());
    }

    private Tally comparing(int attributes) {
        table.put(
                "1",
                IntStream.range(0, attributes)
                        .boxed()
                        .collect(Collectors.toMap(i -> "a" + i, i -> AttributeValue.fromN("1"))));
        run = new LocalRun(table);
        return run.migrate((item, context) ->
                Change.update(item.with("count", item.attributes().containsKey("a0") ? 10 : 0)));
    }

    @Test
    void anItemMayBeAsLargeAsDynamoDbTakesItAndNotAByteLarger() {
        var room = room(Map.of("p", AttributeValue.fromS("")));
        table.put("1", "p", "");
        assertEquals(1, growing(room).updated());
        run = new LocalRun(table);
        table.put("1", "p", "");
        assertEquals(1, growing(room + 1).rejected());
        assertEquals(List.of(RejectCode.TOO_LARGE), codes());
        var tooLarge = AttributeValue.fromS("x".repeat(room + 1));
        assertThrows(DynamoDbException.class, () -> table.put("1", Map.of("p", tooLarge)), "DynamoDB agrees");
    }

    @Test
    void theItemGuardCountsToo() {
        var room = room(Map.of("p", AttributeValue.fromS(""), LocalRun.GUARD, AttributeValue.fromN("5")));
        run.guard = GuardMode.ITEM;
        table.put("1", "p", "");
        assertEquals(1, growing(room).updated());
        run = new LocalRun(table);
        run.guard = GuardMode.ITEM;
        table.put("1", "p", "");
        assertEquals(1, growing(room + 1).rejected());
    }

    private Tally growing(int size) {
        return run.migrate((item, context) -> Change.update(item.with("p", "x".repeat(size))));
    }

    @Test
    void anItemThatAnotherWriterMakesTooLargeMeanwhileIsRejectedWithoutATryMore() {
        table.put("1", "p", "");
        run.beforeFirstWrite = () -> table.set("1", "q", "x".repeat(1000));
        var tally = growing(room(Map.of("p", AttributeValue.fromS(""))) - 500);
        assertEquals(1, tally.rejected());
        assertEquals(0, tally.conflicts());
        assertEquals(List.of(RejectCode.TOO_LARGE), codes());
    }

    @Test
    void anIndexKeyOfAnotherTypeIsRejected() {
        table.put("1", "since", "2020");
        run.indexKeys = Map.of("city", AttributeValue.Type.S, "since", AttributeValue.Type.S);
        assertEquals(
                1,
                run.migrate((item, context) -> Change.update(item.with("city", 7)))
                        .rejected());
        assertEquals(List.of(RejectCode.INDEX_KEY), codes());
    }

    @Test
    void anIndexKeyOfAnotherTypeIsRejectedWhereTheEngineDoesNotKnowTheIndexes() {
        table.put("1", "since", "2020");
        ItemMigration copy = (item, context) -> item.has("done")
                ? Change.keep()
                : Change.update(item.with("done", true))
                        .put(item.with("pk", "2").with("done", true).with("city", 7));
        assertEquals(1, run.migrate(copy).rejected());
        assertEquals(List.of(RejectCode.INDEX_KEY), codes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "-123", "0.5", "12345678901234567890123456789012345678", "100", "0"})
    void numbersAreAsLargeAsDynamoDbSays(String number) {
        var item = new TreeMap<>(Map.of("v", AttributeValue.fromN(number), "p", AttributeValue.fromS("")));
        var room = room(item);
        item.put("p", AttributeValue.fromS("x".repeat(room)));
        table.put("1", item);
        item.put("p", AttributeValue.fromS("x".repeat(room + 1)));
        assertThrows(DynamoDbException.class, () -> table.put("1", item));
    }

    /** How many bytes an item of these attributes has left. */
    private static int room(Map<String, AttributeValue> attributes) {
        var item = new TreeMap<>(attributes);
        item.putAll(LocalTable.key("1"));
        return (int) (ItemSize.MOST_BYTES - ItemSize.bytes(item));
    }

    private List<RejectCode> codes() {
        return run.history.rejects().values().stream()
                .map(objection -> objection.code())
                .toList();
    }
}
