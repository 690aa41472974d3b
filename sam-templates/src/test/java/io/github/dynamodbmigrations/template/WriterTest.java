package io.github.dynamodbmigrations.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yes",
                "NO",
                "On",
                "off",
                "y",
                "null",
                "~",
                "true",
                "1",
                "0x1f",
                "1e3",
                "12:30:45",
                "2012-10-17",
                "1_000",
                "!Ref X",
                "&a",
                "*a",
                "- x",
                "a: b",
                "a #b",
                "a:",
                "%x",
                "@x",
                "`x",
                "'",
                "\"",
                "it's",
                "{a}",
                "[a]",
                "|",
                ">",
                "?",
                "\\n",
                "<<",
                "=",
                ".inf",
                "é",
                "🎉"
            })
    void quotesWhateverYamlCouldTakeForSomethingElse(String text) {
        var written = YamlWriter.write(Block.of("Key", text));
        assertEquals(text, Yaml.at(written, "Key"));
        assertEquals("Key: '" + text.replace("'", "''") + "'\n", written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS::Serverless-2016-10-31",
                "arn",
                "core/template.yaml",
                "lambda.amazonaws.com",
                "dynamodb:Scan"
            })
    void leavesPlainWordsPlain(String text) {
        assertEquals("Key: " + text + "\n", YamlWriter.write(Block.of("Key", text)));
    }

    @Test
    void writesEqualBlocksInFullEachTime() {
        var block = Block.of("A", 1);
        assertEquals(
                "First:\n  A: 1\nSecond:\n  - A: 1\n  - true\n",
                YamlWriter.write(Block.of("First", block).with("Second", List.of(block, true))));
    }

    @Test
    void keepsTheOrderAndRefusesDoubledNames() {
        var block = Block.of("b", 1).with("a", 2);
        assertEquals("{\"b\":1,\"a\":2}", JsonWriter.compact(block));
        assertThrows(IllegalArgumentException.class, () -> block.with("a", 3));
    }

    @Test
    void writesJsonForPeople() {
        var block = Block.of("a", List.of("\"\n", 1)).with("b", Block.of()).with("c", States.DROPPED);
        assertEquals(
                "{\n  \"a\": [\n    \"\\\"\\n\",\n    1\n  ],\n  \"b\": { },\n  \"c\": null\n}\n",
                JsonWriter.write(block));
    }
}
