package io.github.dynamodbmigrations.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.sam.SamTemplate;
import io.github.dynamodbmigrations.sam.TableShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableShapesTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void takesAFileBeforeTheTemplate() throws IOException {
        Files.writeString(directory.resolve("Customers.table.json"), """
                {"AttributeDefinitions": [{"AttributeName": "own", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "own", "KeyType": "HASH"}]}
                """);
        assertEquals("own", partitionKey(shapes(Map.of()), "Customers"));
        assertEquals("o", partitionKey(shapes(Map.of()), "Orders"));
    }

    @Test
    void followsTheMapToALogicalIdOrATableName() throws IOException {
        var shapes = shapes(Map.of("A", "CustomersTable", "B", "prod-orders", "Orders", "elsewhere"));
        assertEquals("c", partitionKey(shapes, "A"));
        assertEquals("o", partitionKey(shapes, "B"));
        assertEquals("o", partitionKey(shapes, "Orders"));
    }

    @Test
    void namesAllTablesThatNothingDeclares() throws IOException {
        var shapes = shapes(Map.of());
        var message = Refusals.of(() -> shapes.of(List.of("Customer", "Orders", "Order")));
        assertEquals(
                "DM523 keys of table Customer are not known: " + template()
                        + " declares CustomersTable, Orders, and what"
                        + " is in Transform MyMacro is not looked at. Declare it as Customer or CustomerTable, say which it is"
                        + " with <tables><Customer>LogicalId</Customer></tables>, set <templateFile>, or write "
                        + directory.resolve("Customer.table.json") + ". Also 1 more: DM523.",
                message);
    }

    @Test
    void saysThatThereIsNoTemplate() {
        var shapes = new TableShapes(Optional.empty(), directory, Map.of());
        var message = Refusals.of(() -> shapes.of(List.of("Customers")));
        assertTrue(message.contains("Customers are not known: the project has no template.yaml. "), message);
    }

    private TableShapes shapes(Map<String, String> tables) throws IOException {
        Files.writeString(template(), """
                Transform: [AWS::Serverless-2016-10-31, MyMacro]
                Parameters: {Stage: {Type: String, Default: prod}}
                Resources:
                  CustomersTable:
                    Type: AWS::Serverless::SimpleTable
                    Properties: {PrimaryKey: {Name: c, Type: String}}
                  Orders:
                    Type: AWS::Serverless::SimpleTable
                    Properties: {PrimaryKey: {Name: o, Type: String}, TableName: !Sub '${Stage}-orders'}
                """);
        return new TableShapes(Optional.of(SamTemplate.read(template())), directory, tables);
    }

    private Path template() {
        return directory.resolve("template.yaml");
    }

    private static String partitionKey(TableShapes shapes, String table) {
        Map<String, TableShape> found = shapes.of(List.of(table));
        return found.values().iterator().next().keys().get(0).attribute();
    }
}
