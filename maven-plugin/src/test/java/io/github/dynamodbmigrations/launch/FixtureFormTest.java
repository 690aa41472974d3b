package io.github.dynamodbmigrations.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixtureFormTest {
    private static final FixtureLine AT = new FixtureLine("Shop.jsonl", 7);

    @Test
    void givesPlainValuesTheirTypes() {
        var item = FixtureForm.PLAIN.read("""
                {"pk":"a\\u00e9", "n":1.50, "big":12345678901234567890123456789012345678, "e":1E-2, "yes":true, "no":false, "nil":null, "l":[1,["x"]], "m":{"k":{}}}
                """, AT);
        assertEquals(
                "{\"pk\":{\"S\":\"a\u00e9\"},\"n\":{\"N\":\"1.50\"},"
                        + "\"big\":{\"N\":\"12345678901234567890123456789012345678\"},\"e\":{\"N\":\"1E-2\"},"
                        + "\"yes\":{\"BOOL\":true},\"no\":{\"BOOL\":false},\"nil\":{\"NULL\":true},"
                        + "\"l\":{\"L\":[{\"N\":\"1\"},{\"L\":[{\"S\":\"x\"}]}]},\"m\":{\"M\":{\"k\":{\"M\":{}}}}}",
                item.json());
        assertEquals(
                Map.of(
                        "pk", "S", "n", "N", "big", "N", "e", "N", "yes", "BOOL", "no", "BOOL", "nil", "NULL", "l", "L",
                        "m", "M"),
                item.types());
    }

    @Test
    void keepsTypedValuesOfAllTenTypes() {
        var json = "{\"s\":{\"S\":\"x\"},\"n\":{\"N\":\"1.50\"},\"b\":{\"B\":\"AQ==\"},\"t\":{\"BOOL\":false},"
                + "\"nil\":{\"NULL\":true},\"ss\":{\"SS\":[\"a\"]},\"ns\":{\"NS\":[\"1\",\"2\"]},\"bs\":{\"BS\":[\"AQ==\"]},"
                + "\"l\":{\"L\":[{\"S\":\"x\"}]},\"m\":{\"M\":{\"k\":{\"N\":\"2\"}}}}";
        var item = FixtureForm.TYPED.read(json, AT);
        assertEquals(json, item.json());
        assertEquals("BS", item.types().get("bs"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLAIN | [1] | is no JSON object",
                "PLAIN | {\"secret\":tru} | is not JSON near column 14",
                "PLAIN | {\"secret\":1 | is not JSON near column 12",
                "PLAIN | {\"secret\":1,\"secret\":2} | is not JSON near column 21",
                "PLAIN | {\"a\":1} {\"secret\":1} | holds more than one JSON object",
                "TYPED | {\"a\":\"secret\"} | has a value without a type",
                "TYPED | {\"a\":{}} | has a value without a type",
                "TYPED | {\"a\":{\"secret\":1}} | has a value of a type that DynamoDB does not have",
                "TYPED | {\"a\":{\"S\":\"secret\",\"N\":\"1\"}} | has a value with two types",
                "TYPED | {\"a\":{\"S\":1}} | has no text under S",
                "TYPED | {\"a\":{\"N\":1}} | has no text under N",
                "TYPED | {\"a\":{\"N\":\"secret\"}} | has no number under N",
                "TYPED | {\"a\":{\"NS\":[\"1\",\"secret\"]}} | has no number under N",
                "TYPED | {\"a\":{\"SS\":\"secret\"}} | has no array under SS",
                "TYPED | {\"a\":{\"NULL\":false}} | has no boolean under NULL",
                "TYPED | {\"a\":{\"M\":[]}} | has no object under M",
                "TYPED | {\"a\":{\"L\":{}}} | has no array under L",
            })
    void refusesAnythingElseWithoutQuotingIt(FixtureForm form, String line, String what) {
        var message = Refusals.of(() -> form.read(line, AT));
        assertEquals(
                "DM524 fixture line " + what
                        + ": Shop.jsonl line 7. Correct the line; docs/problems.md shows both forms.",
                message);
        assertFalse(message.contains("secret"));
    }
}
