package io.github.dynamodbmigrations.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.sam.TableShape;
import io.github.dynamodbmigrations.sam.TableShape.KeyAttribute;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixtureFileTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void findsBothFormsPackedOrNot() throws IOException {
        for (var name : List.of("A.jsonl", "A.dynamodb.jsonl", "B.jsonl.gz", "B.table.json", "notes.txt", "jsonl")) {
            Files.createFile(directory.resolve(name));
        }
        assertEquals(
                List.of("A TYPED", "A PLAIN", "B PLAIN"),
                FixtureFile.in(directory, Path::toString).stream()
                        .map(file -> file.table() + " " + file.form())
                        .toList());
        assertEquals(List.of(), FixtureFile.in(directory.resolve("none"), Path::toString));
    }

    @Test
    void readsPackedLinesAndCountsBlankOnes() throws IOException {
        var file = directory.resolve("A.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{\"pk\":1}\n\n{\"pk\":2}".getBytes(StandardCharsets.UTF_8));
        }
        var lines = new ArrayList<Long>();
        FixtureFile.in(directory, Path::toString)
                .get(0)
                .forEach(item -> lines.add(item.at().line()));
        assertEquals(List.of(1L, 3L), lines);
    }

    @Test
    void namesTheLineThatIsNotUtf8() throws IOException {
        Files.write(directory.resolve("A.jsonl"), new byte[] {'{', '}', '\n', '"', (byte) 0xff, '"'});
        var file = FixtureFile.in(directory, Path::toString).get(0);
        var message = Refusals.of(() -> file.forEach(item -> {}));
        assertTrue(message.contains("fixture line is not UTF-8: ") && message.contains("A.jsonl line "), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sk\":1} | lacks key attribute pk",
                "{\"pk\":1, \"sk\":1} | has key attribute pk as N, where the table has S",
                "{\"pk\":\"a\", \"sk\":1, \"by\":true} | has key attribute by as BOOL, where the table has N"
            })
    void refusesItemsThatDoNotFitTheTable(String line, String what) {
        var shape = new TableShape(
                List.of(new KeyAttribute("pk", "HASH"), new KeyAttribute("sk", "RANGE")),
                Map.of("pk", "S", "sk", "N", "by", "N"),
                List.of(),
                List.of());
        var item = FixtureForm.PLAIN.read(line, new FixtureLine("A.jsonl", 2));
        var message = Refusals.of(() -> item.requireKeysOf(shape));
        assertTrue(message.startsWith("DM524 fixture line " + what + ": A.jsonl line 2. "), message);
    }
}
