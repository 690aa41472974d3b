package io.github.dynamodbmigrations.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.problem.ProblemException;
import io.github.dynamodbmigrations.sam.TableShape.KeyAttribute;
import io.github.dynamodbmigrations.sam.TableShape.SecondaryIndex;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamTemplateTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void findsTablesOfAllThreeTypes() {
        assertEquals(
                List.of(
                        "Orders",
                        "Counters",
                        "Bare",
                        "Everywhere",
                        "ByParameter",
                        "BySsm",
                        "ByImport",
                        "ByCircle",
                        "Undefined"),
                intrinsics().tables().stream().map(DeclaredTable::logicalName).toList());
    }

    @Test
    void evaluatesIntrinsicsFromDefaultsMappingsAndConditions() {
        assertEquals(
                new TableShape(
                        List.of(new KeyAttribute("pk", "HASH"), new KeyAttribute("sk", "RANGE")),
                        Map.of("pk", "S", "sk", "S", "by_dev", "N", "total", "N"),
                        List.of(new SecondaryIndex(
                                "by-dev-${kept}",
                                List.of(new KeyAttribute("by_dev", "HASH")),
                                "INCLUDE",
                                List.of("name", "email"))),
                        List.of(new SecondaryIndex(
                                "by-total",
                                List.of(new KeyAttribute("pk", "HASH"), new KeyAttribute("total", "RANGE")),
                                "KEYS_ONLY",
                                List.of()))),
                shape(intrinsics(), "Orders"));
    }

    @ParameterizedTest
    @CsvSource({"Counters, name, S", "Bare, id, S", "Everywhere, id, B"})
    void readsShapesOfOtherTypes(String table, String attribute, String type) {
        assertEquals(
                new TableShape(
                        List.of(new KeyAttribute(attribute, "HASH")), Map.of(attribute, type), List.of(), List.of()),
                shape(intrinsics(), table));
    }

    @ParameterizedTest
    @CsvSource({
        "ByParameter, 'AttributeName depends on parameter Needed, which has no Default'",
        "BySsm, 'AttributeName depends on parameter Kept, whose value is kept in SSM'",
        "ByImport, 'AttributeDefinitions depends on Fn::Transform'",
        "ByCircle, AttributeType depends on condition Circular",
        "Undefined, AttributeDefinitions lacks key attribute pk"
    })
    void saysWhatAShapeDependsOn(String table, String why) {
        var template = intrinsics();
        var message = refusal(() -> shape(template, table));
        var declared = template.table(table).orElseThrow();
        assertEquals(
                "DM522 table's shape cannot be read, " + why + ": " + file() + " line " + declared.line() + ", " + table
                        + ". Give a parameter a Default, or write the shape into <fixtures>/<table>.table.json.",
                message);
    }

    @Test
    void namesWhatItDoesNotLookInto() {
        assertEquals(
                List.of("AWS::Serverless::Application Child", "Fn::ForEach::Tables"),
                intrinsics().notFollowed());
    }

    @Test
    void prefersTheExactLogicalId() throws IOException {
        var template = read("""
                Resources:
                  ATable: {Type: AWS::Serverless::SimpleTable, Properties: {PrimaryKey: {Name: x, Type: Binary}}}
                  A: {Type: AWS::Serverless::SimpleTable}
                """);
        assertEquals("A", template.table("A").orElseThrow().logicalId());
        assertEquals("ATable", template.table("ATable").orElseThrow().logicalId());
        assertEquals(Optional.empty(), template.table("B"));
    }

    @Test
    void readsJsonWithTabs() throws IOException {
        var json = directory.resolve("template.json");
        Files.writeString(
                json,
                "{\n\t\"Resources\": {\n\t\t\"A\":\t{\"Type\": \"AWS::Serverless::SimpleTable\","
                        + " \"Properties\": {\"PrimaryKey\": {\"Name\": {\"Fn::Sub\": \"n\"}, \"Type\": \"Number\"}}}}}");
        var template = SamTemplate.read(json);
        assertEquals(Map.of("n", "N"), shape(template, "A").attributeTypes());
        assertEquals(3, template.tables().get(0).line());
    }

    @Test
    void readsAMergedMapping() throws IOException {
        var template = read("""
                Resources:
                  A: &a {Type: AWS::Serverless::SimpleTable, Properties: {PrimaryKey: {Name: x, Type: Number}}}
                  B: {<<: *a, DeletionPolicy: Retain}
                """);
        assertEquals(shape(template, "A"), shape(template, "B"));
    }

    @Test
    void refusesBadYamlWithItsLine() {
        var message = refusal(() -> read("Resources:\n  A: {Type: x\n  B: y\n"));
        assertTrue(
                message.startsWith("DM521 template is not YAML: expected ',' or '}', but got")
                        && message.contains("template.yaml line 3 column 4. Mend the file")
                        && message.lines().count() == 1,
                message);
    }

    @ParameterizedTest
    @CsvSource({"'- a', holds no mapping", "'', holds no mapping", "'a: &x [*x]', contains itself through an alias"})
    void refusesWhatIsNoTemplate(String text, String why) {
        var message = refusal(() -> read(text));
        assertTrue(message.startsWith("DM521 template " + why + ": "), message);
    }

    @Test
    void refusesAMissingFile() {
        var message = refusal(() -> SamTemplate.read(directory.resolve("none.yaml")));
        assertTrue(message.startsWith("DM521 template does not exist: "), message);
    }

    @Test
    void locatesTheModulesTemplateBeforeTheRoots() throws IOException {
        var module = Files.createDirectories(directory.resolve("parts/migrations"));
        assertEquals(Optional.empty(), SamTemplate.locate(module, directory));
        var ofRoot = Files.createFile(directory.resolve("template.yml"));
        assertEquals(Optional.of(ofRoot), SamTemplate.locate(module, directory));
        assertEquals(Optional.empty(), SamTemplate.locate(module, module));
        var ofModule = Files.createFile(module.resolve("template.json"));
        assertEquals(Optional.of(ofModule), SamTemplate.locate(module, directory));
    }

    @Test
    void readsATableFile() throws IOException {
        var file = directory.resolve("Customers.table.json");
        Files.writeString(file, """
                {"TableName": "any", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "N"}],
                 "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}
                """);
        assertEquals(
                new TableShape(List.of(new KeyAttribute("pk", "HASH")), Map.of("pk", "N"), List.of(), List.of()),
                TableShape.read(file));
    }

    private static String refusal(Executable reading) {
        return Objects.requireNonNull(
                assertThrows(ProblemException.class, reading).getMessage());
    }

    private SamTemplate read(String text) throws IOException {
        return SamTemplate.read(Files.writeString(directory.resolve("template.yaml"), text));
    }

    private static SamTemplate intrinsics() {
        return SamTemplate.read(file());
    }

    private static Path file() {
        try {
            return Path.of(Objects.requireNonNull(SamTemplateTest.class.getResource("intrinsics.yaml"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static TableShape shape(SamTemplate template, String table) {
        return template.shape(template.table(table).orElseThrow());
    }
}
