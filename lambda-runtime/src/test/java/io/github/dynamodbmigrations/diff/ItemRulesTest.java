package io.github.dynamodbmigrations.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.scan.KeySchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class ItemRulesTest {
    private static final KeySchema KEYS = new KeySchema("pk", Optional.of("sk"));
    private static final Map<String, AttributeValue> ORIGINAL =
            Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromN("1"));
    private static final ItemRules RULES =
            new ItemRules(KEYS, Map.of("gsi", AttributeValue.Type.S), 10, Optional.of("_migration"));

    @ParameterizedTest
    @CsvSource({
        "99999999999999999999999999999999999999, ''",
        "999999999999999999999999999999999999990, ''",
        "999999999999999999999999999999999999999, NUMBER",
        "1E125, ''",
        "1E126, NUMBER",
        "-1E-130, ''",
        "1E-131, NUMBER",
        "0E999, ''",
        "007, ''",
        "abc, NUMBER",
        "'', NUMBER",
        "NaN, NUMBER",
        "1E9999999999, NUMBER"
    })
    void knowsWhichNumbersAreTaken(String number, String code) {
        assertEquals(code, code(Map.of("n", AttributeValue.fromN(number))));
        assertEquals(code, code(Map.of("n", AttributeValue.fromNs(List.of(number)))));
    }

    @Test
    void refusesEmptyAndDoubledSetsAtAnyDepth() {
        assertEquals("EMPTY_SET", code(Map.of("s", AttributeValue.fromSs(List.of()))));
        assertEquals("EMPTY_SET", code(Map.of("s", AttributeValue.fromL(List.of(AttributeValue.fromNs(List.of()))))));
        assertEquals("DUPLICATE_IN_SET", code(Map.of("s", AttributeValue.fromNs(List.of("1", "1.0")))));
        assertEquals("", code(Map.of("s", AttributeValue.fromL(List.of()), "m", AttributeValue.fromM(Map.of()))));
        assertEquals(
                "",
                code(Map.of("s", AttributeValue.fromS(""), "b", AttributeValue.fromB(SdkBytes.fromUtf8String("")))));
    }

    @Test
    void refusesValuesWithoutTypeOrName() {
        assertEquals("VALUE", code(Map.of("v", AttributeValue.builder().build())));
        assertEquals("VALUE", code(Map.of("", AttributeValue.fromS("x"))));
    }

    @Test
    void refusesMoreThan32Levels() {
        assertEquals("", code(Map.of("d", nested(31))));
        assertEquals("TOO_DEEP", code(Map.of("d", nested(32))));
    }

    @Test
    void refusesAnItemThatIsOneByteTooLargeWithItsGuard() {
        assertEquals("", code(Map.of("a", AttributeValue.fromS("x".repeat(409_600 - 10 - 1)))));
        assertEquals("TOO_LARGE", code(Map.of("a", AttributeValue.fromS("x".repeat(409_600 - 10)))));
    }

    @Test
    void refusesIndexKeysOfAnotherType() {
        assertEquals("", code(Map.of("gsi", AttributeValue.fromS("x"))));
        assertEquals("INDEX_KEY", code(Map.of("gsi", AttributeValue.fromN("1"))));
        assertEquals("INDEX_KEY", code(Map.of("gsi", AttributeValue.fromS(""))));
    }

    @Test
    void aPutNeedsAKeyOfTheTable() {
        assertEquals("", put(Map.of("pk", AttributeValue.fromS("q"), "sk", AttributeValue.fromN("2"))));
        assertEquals("PUT_KEY", put(Map.of("pk", AttributeValue.fromS("q"))));
        assertEquals("PUT_KEY", put(Map.of("pk", AttributeValue.fromS(""), "sk", AttributeValue.fromN("2"))));
        assertEquals("PUT_KEY", put(Map.of("pk", AttributeValue.fromS("q"), "sk", AttributeValue.fromS("2"))));
        var longKey = AttributeValue.fromS("x".repeat(2049));
        assertEquals("PUT_KEY", put(Map.of("pk", longKey, "sk", AttributeValue.fromN("2"))));
    }

    @Test
    void aPutStaysOutOfTheHistory() {
        var inside = Map.of("pk", AttributeValue.fromS("_migration#1"), "sk", AttributeValue.fromN("2"));
        assertEquals("PUT_INTO_HISTORY", put(inside));
    }

    private static AttributeValue nested(int levels) {
        return levels == 0 ? AttributeValue.fromS("x") : AttributeValue.fromL(List.of(nested(levels - 1)));
    }

    private static String code(Map<String, AttributeValue> image) {
        return RULES.check(image, image)
                .map(objection -> objection.code().name())
                .orElse("");
    }

    private static String put(Map<String, AttributeValue> image) {
        return RULES.checkPut(image, ORIGINAL)
                .map(objection -> objection.code().name())
                .orElse("");
    }
}
