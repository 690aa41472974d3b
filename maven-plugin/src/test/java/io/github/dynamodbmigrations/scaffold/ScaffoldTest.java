package io.github.dynamodbmigrations.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaffoldTest {
    private static final String IN_SHOP = "src/main/java/com/acme/shop/";

    private Path directory;
    private UserProject project;

    @BeforeEach
    void begin(@TempDir Path directory) {
        this.directory = directory;
        project = new UserProject(directory);
    }

    @Test
    void takesTheNextVersionThePackageAndTheTableOfTheNewest() throws IOException {
        project.migration("com.acme.old", "V0007_First", "@Migration(version = 7, table = \"Orders\")");
        project.migration("com.acme.shop", "AddEmail", "@Migration(table = \"Customers\", version = 1_2L)");

        Scaffold.create(project.create("SplitFullName"));

        var text = project.read(IN_SHOP + "V0013_SplitFullName.java");
        assertTrue(text.startsWith("package com.acme.shop;\n\nimport"), text);
        assertTrue(
                text.contains("@Migration(version = 13, table = \"Customers\", description = \"Split full name\")\n"));
    }

    @Test
    void beginsInTheGroupsPackageWithTheTemplatesOnlyTable() throws IOException {
        project.write("template.yaml", "Resources: {ShopTable: {Type: 'AWS::Serverless::SimpleTable'}}");

        var created = Scaffold.create(project.create("AddEmail"));

        var main = directory.resolve("src/main/java/com/example_shop/migrations/V0001_AddEmail.java");
        var test = directory.resolve("src/test/java/com/example_shop/migrations/V0001_AddEmailTest.java");
        assertEquals(List.of(main, test), created.files());
        assertTrue(Files.readString(main).contains("table = \"Shop\""));
    }

    @Test
    void theTestBeginsWithTheKeysThatTheTemplateSays() throws IOException {
        project.write(
                "template.yaml",
                "Resources: {Shop: {Type: 'AWS::Serverless::SimpleTable',"
                        + " Properties: {PrimaryKey: {Name: number, Type: Number}}}}");

        Scaffold.create(project.create("AddEmail"));

        var text = project.read("src/test/java/com/example_shop/migrations/V0001_AddEmailTest.java");
        assertTrue(text.contains("Item.of().with(\"number\", 1).with(\"oldAttribute\", \"value\")"), text);
    }

    @Test
    void writesTheConfigurationOfDeploymentsOnceAndOnlyWithoutATemplate() throws IOException {
        project.migration("com.acme.shop", "V0001_First", "@Migration(version = 1, table = \"Shop\")");

        Scaffold.create(project.create("AddEmail"));
        assertTrue(project.read("samconfig.toml")
                .contains("template_file = \"target/dynamodb-migrations/template.yaml\""));

        project.write("samconfig.toml", "mine");
        Scaffold.create(project.create("AddPhone"));
        assertEquals("mine", project.read("samconfig.toml"));
    }

    @Test
    void showsWhatToAddToTheTemplateUntilItIsThere() throws IOException {
        project.write("template.yaml", """
                Resources:
                  ShopTable: {Type: 'AWS::Serverless::SimpleTable'}
                  Api: {Type: 'AWS::Serverless::Api'}
                """);

        var notes = Scaffold.create(project.create("AddEmail")).notes();

        assertFalse(Files.exists(directory.resolve("samconfig.toml")));
        assertEquals("""
                To deploy the migrations with the stack of template.yaml, add to its Resources:
                  Migrations:
                    Type: AWS::Serverless::Application
                    DependsOn:
                      - Api
                    Properties:
                      Location: target/dynamodb-migrations/template.yaml
                      Parameters:
                        ShopTable:
                          Ref: ShopTable
                Next: write the migration, then mvn package, then mvn dynamodb-migrations:rehearse.""", String.join("\n", notes));

        project.write("template.yaml", project.read("template.yaml") + String.join("\n", notes.subList(1, 10)));
        assertEquals(1, Scaffold.create(project.create("AddPhone")).notes().size());
    }

    @Test
    void waitsForTheAliasesThroughWhichNewCodeIsReached() throws IOException {
        project.write("template.yaml", """
                Globals: {Function: {AutoPublishAlias: live}}
                Resources:
                  Shop: {Type: 'AWS::Serverless::SimpleTable'}
                  Order: {Type: 'AWS::Serverless::Function'}
                  Report: {Type: 'AWS::Serverless::Function', Properties: {AutoPublishAlias: blue-1_a}}
                """);

        var notes =
                String.join("\n", Scaffold.create(project.create("AddEmail")).notes());

        assertTrue(notes.contains("""
                    DependsOn:
                      - Order
                      - Report
                      - OrderAliaslive
                      - ReportAliasblueD1Ua
                """), notes);
    }

    @Test
    void saysWhereTheEmittedRootIsSeenFromATemplateAboveTheModule() throws IOException {
        project.write("template.yaml", "Resources: {Shop: {Type: 'AWS::Serverless::SimpleTable'}}");
        var module = new UserProject(directory.resolve("migrations"));

        var notes = Scaffold.create(module.create("AddEmail", directory.resolve("template.yaml")))
                .notes();

        assertTrue(
                notes.contains("      Location: migrations/target/dynamodb-migrations/template.yaml"), notes::toString);
    }

    @Test
    void listsTheTablesIfThereAreSeveral() throws IOException {
        project.write(
                "template.yaml",
                "Resources: {ShopTable: {Type: 'AWS::DynamoDB::Table'}, Carts: {Type: 'AWS::DynamoDB::GlobalTable'}}");
        assertEquals(
                "DM504 the template declares several tables: Shop, Carts: template.yaml. Name the one to migrate:"
                        + " -Dtable=Shop.",
                failure(project.create("AddEmail")));
    }

    @Test
    void asksForTheTableIfNothingNamesOne() {
        assertEquals(
                "DM504 no migration and no template names a table: src/main/java. Name the one to migrate:"
                        + " -Dtable=Customers.",
                failure(project.create("AddEmail")));
    }

    @Test
    void doesNotGuessATableThatIsAConstant() throws IOException {
        project.migration("com.acme.shop", "V0001_First", "@Migration(version = 1, table = Tables.SHOP)");
        assertEquals(
                "DM504 the table of the newest migration is not a plain text: " + IN_SHOP
                        + "V0001_First.java. Name the table: -Dtable=<table>.",
                failure(project.create("AddEmail")));
    }

    @Test
    void aTaskNeedsNoTable() throws IOException {
        Scaffold.create(project.create(Optional.of("SeedCountries"), "TASK", Optional.empty(), Optional.empty()));
        var text = project.read("src/main/java/com/example_shop/migrations/V0001_SeedCountries.java");
        assertTrue(text.contains("@Migration(version = 1, description = \"Seed countries\")"), text);
        assertTrue(text.contains("implements TaskMigration"));
    }

    @Test
    void refusesAVersionThatIsTaken() throws IOException {
        project.migration("com.acme.shop", "V0007_First", "@Migration(version = 7, table = \"Shop\")");
        assertEquals(
                "DM502 version 7 is taken by V0007_First: " + IN_SHOP
                        + "V0007_First.java. Choose another version, or leave -Dversion out for the next one.",
                failure(project.create(Optional.of("Other"), "item", Optional.empty(), Optional.of("7"))));
    }

    @Test
    void overwritesNothingAndWritesNothingThen() throws IOException {
        project.migration("com.acme.shop", "V0007_First", "@Migration(version = 7, table = \"Shop\")");
        project.write("src/test/java/com/acme/shop/V0008_AddEmailTest.java", "mine");
        assertEquals(
                "DM502 create overwrites nothing, and this file is there:"
                        + " src/test/java/com/acme/shop/V0008_AddEmailTest.java. Choose another name with -Dname or"
                        + " another version with -Dversion, or move the file away.",
                failure(project.create("AddEmail")));
        assertFalse(Files.exists(directory.resolve(IN_SHOP + "V0008_AddEmail.java")));
    }

    @Test
    void asksForANameAndAKnownKind() {
        assertEquals(
                "DM501 create needs a name: parameter <name>. Say what the migration does: -Dname=SplitFullName.",
                failure(project.create(Optional.empty(), "item", Optional.empty(), Optional.empty())));
        assertEquals(
                "DM501 there is no kind 'sql': parameter <kind>. Choose item, reversible or task: -Dkind=item.",
                failure(project.create(Optional.of("X"), "sql", Optional.empty(), Optional.empty())));
    }

    private static String failure(CreateRequest request) {
        return String.valueOf(assertThrows(ProblemException.class, () -> Scaffold.create(request))
                .getMessage());
    }
}
