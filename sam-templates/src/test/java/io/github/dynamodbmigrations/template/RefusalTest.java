package io.github.dynamodbmigrations.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.model.ProjectModel.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{resolve:ssm:/secret}}",
                "${AWS::AccountId}",
                "Fn::Sub",
                "see AWS::Include",
                "{% raw %}",
                "States.Format('{}')",
                "input.$",
                "!Ref CustomersTable",
                "!GetAtt A.B",
                "two\nlines",
                "bell\u0007",
                "right to left \u202e",
                "isolate \u2066",
                "zero\u200bwidth",
                "line\u2028separator",
                "half \ud83d"
            })
    void refusesDescriptionsThatAreMoreThanText(String description) {
        var problems = problems(Variant.description(Projects.splitFullName(), description));
        assertEquals(List.of(ProblemCode.UNSAFE_TEXT), codes(problems));
        assertTrue(
                problems.get(0).line().codePoints().noneMatch(Character::isISOControl), "shows no control character");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Größe & <Preis>", "it's 100 % \"safe\" # really", "- key: [value]", "emoji 🎉", "yes", "0x10"})
    void emitsAllOtherDescriptionsAsText(String description) {
        var rendering = render(Variant.description(Projects.splitFullName(), description));
        assertEquals(List.of(), rendering.problems());
        var text = Projects.file(rendering, "v0002-split-full-name/template.yaml");
        assertEquals(description, Yaml.at(text, "Metadata", "DynamoDbMigration", "Description"));
    }

    @Test
    void refusesLongDescriptions() {
        assertEquals(
                List.of(ProblemCode.UNSAFE_TEXT),
                codes(problems(Variant.description(Projects.splitFullName(), "x".repeat(257)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "Kunden/Tabelle", "Kundé", "'", "x: y", "${x}", "a\nb", "{{resolve:ssm:x}}"})
    void refusesTablesOutsideTheAllowList(String table) {
        assertEquals(List.of(ProblemCode.UNSAFE_NAME), codes(problems(Variant.table(Projects.splitFullName(), table))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1st", "with-hyphen", "a.b", "Über"})
    void refusesParametersThatAreNoLogicalIds(String parameter) {
        assertEquals(
                List.of(ProblemCode.UNSAFE_NAME),
                codes(problems(Variant.parameters(Projects.splitFullName(), parameter))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HistoryTable",
                "MaxWorkers",
                "Core",
                "StateMachine",
                "CustomersTable",
                "CustomersTableIsArn",
                "Migration2"
            })
    void refusesParametersWhoseNamesAreTaken(String parameter) {
        assertEquals(
                List.of(ProblemCode.NAME_TAKEN),
                codes(problems(Variant.parameters(Projects.splitFullName(), parameter))));
    }

    @Test
    void refusesATableThatWouldHideTheHistory() {
        assertEquals(
                List.of(ProblemCode.NAME_TAKEN), codes(problems(Variant.table(Projects.splitFullName(), "History"))));
    }

    @Test
    void reservesExactlyTheNamesThatTemplatesUse() {
        var used = new TreeSet<String>();
        var rendering = render(Projects.splitFullName());
        for (var file : List.of("template.yaml", "v0002-split-full-name/template.yaml", "versions/template.yaml")) {
            for (var section : List.of("Resources", "Conditions")) {
                used.addAll(Yaml.names(Projects.file(rendering, file), section));
            }
        }
        used.removeIf(name -> name.matches("Migration2|Trigger.*|CustomersTable(IsArn|HasRole)"));
        assertEquals(used, new TreeSet<>(NameProblems.RESERVED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "{\"Version\": \"2012-10-17\"}",
                "{\"Version\": \"2012-10-17\", \"Statement\": []}",
                "{\"Version\": \"2008-10-17\", \"Statement\": [{}]}"
            })
    void refusesGrantsThatAreNoPolicyDocument(String grants) {
        assertEquals(List.of(ProblemCode.BAD_GRANTS), codes(problems(Variant.grants(Projects.loadRates(), grants))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Action': '*', 'Resource': 'arn:aws:s3:::b/k'",
                "'Action': 's3:*', 'Resource': 'arn:aws:s3:::b/k'",
                "'Action': 's3:Get*', 'Resource': 'arn:aws:s3:::b/k'",
                "'Action': ['s3:GetObject', 'iam:PassRole'], 'Resource': 'arn:aws:s3:::b/k'",
                "'Action': 'sts:AssumeRole', 'Resource': 'arn:aws:iam::123456789012:role/r'",
                "'NotAction': 's3:GetObject', 'Resource': 'arn:aws:s3:::b/k'",
                "'Action': 's3:GetObject', 'Resource': '*'",
                "'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::*'",
                "'Action': 's3:GetObject', 'NotResource': 'arn:aws:s3:::b/k'",
                "'Action': 's3:GetObject'",
                "'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::${aws:username}/k'",
                "'Action': 's3:GetObject', 'Resource': {'Ref': 'X'}",
                "'Action': 's3:GetObject', 'Principal': '*', 'Resource': 'arn:aws:s3:::b/k'",
                "'Action': 's3:GetObject', 'Action': 's3:PutObject', 'Resource': 'arn:aws:s3:::b/k'"
            })
    void refusesGrantsOfMoreThanNamedActionsOnNamedResources(String statement) {
        var grants = "{'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', %s}]}"
                .formatted(statement)
                .replace('\'', '"');
        assertEquals(List.of(ProblemCode.BAD_GRANTS), codes(problems(Variant.grants(Projects.loadRates(), grants))));
    }

    @Test
    void refusesEverySettingOutsideItsAllowList() {
        var settings = new Settings(
                "python3", "h", "p k", "s#", "_migration*", 0, 0, Map.of("A b", "${x}"), Duration.ofHours(25));
        var problems =
                SamApplication.render(Projects.with(Projects.of(), settings)).problems();
        assertEquals(
                List.of(
                        "<deploymentTimeout>",
                        "<historyTable>",
                        "<lambdaRuntime>",
                        "<partitionKeyName>",
                        "<partitionValue>",
                        "<sortKeyName>",
                        "<tableExports>",
                        "<tableExports>"),
                problems.stream().map(Problem::where).sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 59, 27 * 55 * 60 + 1})
    void refusesWaitsThatNoChainCovers(long seconds) {
        var project = Projects.with(Projects.shop(), Projects.waiting(Duration.ofSeconds(seconds)));
        assertEquals(
                List.of(ProblemCode.BAD_TIMEOUT),
                codes(SamApplication.render(project).problems()));
    }

    @Test
    void namesAllProblemsAtOnceAndRendersNothing() {
        var rendering = render(
                Variant.description(Projects.splitFullName(), "${x}"),
                Variant.parameters(Projects.dropOpenOrders(), "a-b"),
                Variant.grants(Projects.loadRates(), "{}"));
        assertEquals(
                List.of(ProblemCode.UNSAFE_TEXT, ProblemCode.UNSAFE_NAME, ProblemCode.BAD_GRANTS),
                codes(rendering.problems()));
        assertEquals(new TreeMap<>(), rendering.files());
    }

    private static List<Problem> problems(MigrationModel migration) {
        return render(migration).problems();
    }

    private static Rendering render(MigrationModel... migrations) {
        return SamApplication.render(Projects.of(migrations));
    }

    private static List<ProblemCode> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }
}
