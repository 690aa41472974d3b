package io.github.dynamodbmigrations.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.diff.Expectation;
import io.github.dynamodbmigrations.diff.ItemDiff;
import io.github.dynamodbmigrations.history.Undoing;
import io.github.dynamodbmigrations.scan.Filter;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.scan.KeySchema;
import io.github.dynamodbmigrations.scan.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class WriteExpressionsTest {
    private static final KeySchema KEYS = new KeySchema("pk", Optional.empty());
    private static final RankGuard GUARD = new RankGuard("_dm_x", 7, Optional.empty());
    private static final ItemKey KEY = new ItemKey(Map.of("pk", AttributeValue.fromS("1")));
    private static final Source EVERYTHING = new Source.Scan(Optional.empty(), Filter.NONE);

    @Test
    void everyWriteSaysExistsGuardAndExpectation() {
        var words = new WriteExpressions(KEYS, GUARD, false, EVERYTHING);
        var expectation = new Expectation(Map.of("a", AttributeValue.fromS("x")), Set.of("b"));
        var update = new ItemWrite.Update(
                KEY, new ItemDiff(Map.of("b", AttributeValue.fromS("y")), Set.of("a")), expectation, List.of());
        var expressions = words.of(update);
        assertEquals(
                "attribute_exists(pk) AND (attribute_not_exists(_dm_x) OR _dm_x < 7) AND a = x"
                        + " AND attribute_not_exists(b)",
                plain(expressions.condition(), expressions));
        assertEquals("SET b = y REMOVE a", plain(expressions.update(), expressions));
    }

    @Test
    void onlyTheItemGuardIsSet() {
        var words = new WriteExpressions(KEYS, GUARD, true, EVERYTHING);
        var nothing = new Expectation(Map.of(), Set.of());
        var update = new ItemWrite.Update(KEY, new ItemDiff(Map.of(), Set.of("a")), nothing, List.of());
        assertEquals("SET _dm_x = 7 REMOVE a", plain(words.of(update).update(), words.of(update)));
        assertEquals("", words.of(new ItemWrite.Delete(KEY, nothing, List.of())).update());
    }

    @Test
    void anUndoExpectsTheRankThatWasRead() {
        var guard = new RankGuard("_dm_x", 7, Optional.of(new Undoing(4, 0, Set.of(3L), Set.of())));
        var words = new WriteExpressions(KEYS, guard, true, EVERYTHING);
        var read = new Expectation(Map.of("_dm_x", AttributeValue.fromN("3")), Set.of());
        var expressions = words.of(new ItemWrite.Delete(KEY, read, List.of()));
        assertEquals("attribute_exists(pk) AND _dm_x = 3", plain(expressions.condition(), expressions));
        var unread = new ItemWrite.Delete(KEY, new Expectation(Map.of(), Set.of()), List.of());
        assertThrows(IllegalArgumentException.class, () -> words.of(unread));
    }

    @Test
    void whatSelectedTheItemMustStillHold() {
        var filter = new Filter(
                "#dm0 = :dm1 OR x = :v",
                Map.of("#dm0", "s"),
                Map.of(":dm1", AttributeValue.fromS("open"), ":v", AttributeValue.fromS("v")));
        var index = new Source.Index("byCity", new KeySchema("city", Optional.of("pk")));
        var query = new Source.Query(Optional.of(index), "city", AttributeValue.fromS("Ulm"), filter);
        var words = new WriteExpressions(KEYS, GUARD, false, query);
        var expressions = words.of(new ItemWrite.Delete(KEY, new Expectation(Map.of(), Set.of()), List.of()));
        assertEquals(
                "attribute_exists(pk) AND (attribute_not_exists(_dm_x) OR _dm_x < 7) AND (s = open OR x = v) AND city = Ulm",
                plain(expressions.condition(), expressions));
        assertEquals("s", expressions.names().get("#dm0"), "the author's placeholder keeps its meaning");
    }

    @Test
    void anIndexScanExpectsTheIndexKeys() {
        var index = new Source.Index("byCity", new KeySchema("city", Optional.of("since")));
        var words = new WriteExpressions(KEYS, GUARD, false, new Source.Scan(Optional.of(index), Filter.NONE));
        var expressions = words.of(new ItemWrite.Delete(KEY, new Expectation(Map.of(), Set.of()), List.of()));
        assertTrue(plain(expressions.condition(), expressions)
                .endsWith("AND attribute_exists(city) AND attribute_exists(since)"));
    }

    @Test
    void anExpressionHasItsBounds() {
        assertTrue(comparing(147).fit(), "299 operators: 5 of the frame, 147 comparisons, 147 ANDs");
        assertFalse(comparing(148).fit());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a = :v|1",
                "a = :v AND b <> :v|3",
                "NOT contains(a, :and) OR size(b) >= :n|5",
                "a BETWEEN :x AND :y|2",
                "a IN (:x, :y)|1",
                "attribute_type(#and.#or[0], :t)|1",
                "begins_with (a, :v) and not b < :w|4"
            })
    void countsNeverFewerOperatorsThanThereAre(String expression, int count) {
        assertEquals(count, OperatorCount.in(expression));
    }

    private static Expressions comparing(int attributes) {
        var words = new WriteExpressions(KEYS, GUARD, false, EVERYTHING);
        var read = IntStream.range(0, attributes)
                .boxed()
                .collect(Collectors.toMap(i -> "a" + i, i -> AttributeValue.fromN("1")));
        return words.of(new ItemWrite.Delete(KEY, new Expectation(read, Set.of()), List.of()));
    }

    private static String plain(String expression, Expressions expressions) {
        var plain = expression;
        for (var name : expressions.names().entrySet()) {
            plain = plain.replaceAll(name.getKey() + "\\b", name.getValue());
        }
        for (var value : expressions.values().entrySet()) {
            var text = value.getValue().s() == null
                    ? value.getValue().n()
                    : value.getValue().s();
            plain = plain.replaceAll(value.getKey() + "\\b", text);
        }
        return plain;
    }
}
