package io.github.dynamodbmigrations.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.connection.Environment;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PermissionsTest {
    private static final String GRANTS = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sns:Publish", "Resource": "arn:aws:sns:eu-west-1:111122223333:news"}}""";

    @Test
    void whoLooksAtAHistoryMayQueryItsPartitionsAndNothingElse() {
        assertEquals("""
                {
                  "Version" : "2012-10-17",
                  "Statement" : [ {
                    "Sid" : "History",
                    "Effect" : "Allow",
                    "Action" : [ "dynamodb:Query" ],
                    "Resource" : [ "arn:aws:dynamodb:eu-west-1:111122223333:table/shop-history" ],
                    "Condition" : {
                      "ForAllValues:StringLike" : {
                        "dynamodb:LeadingKeys" : [ "_migration", "_migration#*" ]
                      }
                    }
                  } ]
                }""", policy("info", Map.of(), Map.of()));
    }

    @Test
    void whoMigratesMayMakeTheHistoryAndWriteTheTablesAsTheMigrationsDo() {
        var policy = policy("migrate", Map.of("Orders", "prod-orders"), Map.of());

        assertTrue(policy.contains("dynamodb:CreateTable"), policy);
        assertTrue(policy.contains("""
                        "Action" : [ "dynamodb:DeleteItem", "dynamodb:DescribeTable", "dynamodb:Query", "dynamodb:Scan", "dynamodb:UpdateItem" ],
                            "Resource" : [ "arn:aws:dynamodb:eu-west-1:111122223333:table/prod-orders" ]"""), policy);
        assertTrue(policy.contains("table/prod-orders/index/byDate"), policy);
        assertTrue(
                policy.contains("\"Action\":\"sns:Publish\"") || policy.contains("\"Action\" : \"sns:Publish\""),
                policy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "await"})
    void whoWatchesARunMayAskHowManyItemsItsTableHas(String goal) {
        var policy = policy(goal, Map.of("Orders", "prod-orders"), Map.of());

        assertTrue(policy.contains("""
                        "Action" : [ "dynamodb:DescribeTable" ],
                            "Resource" : [ "arn:aws:dynamodb:eu-west-1:111122223333:table/prod-orders" ]"""), policy);
    }

    @Test
    void aTableBehindARoleIsReachedByTheRoleAlone() {
        var role = "arn:aws:iam::222222222222:role/migrations";

        var policy = policy("migrate", Map.of("Orders", "prod-orders"), Map.of("Orders", role));

        assertTrue(policy.contains("\"sts:AssumeRole\" ],\n    \"Resource\" : [ \"" + role + "\" ]"), policy);
        assertFalse(policy.contains("prod-orders"), policy);
    }

    @Test
    void whoDeploysMakesRolesOnlyUnderTheBoundaryAndHandsThemToTwoServices() {
        var boundary = "arn:aws:iam::111122223333:policy/limits";
        var environment = new Environment(
                Optional.empty(), Optional.empty(), Optional.of("shop"), Map.of("PermissionsBoundary", boundary));

        var policy = policy("deploy", Map.of(), Map.of(), environment);

        assertTrue(policy.contains("\"iam:PermissionsBoundary\" : [ \"" + boundary + "\" ]"), policy);
        assertTrue(policy.contains("\"arn:aws:iam::111122223333:role/shop-*ControlRole-*\""), policy);
        assertTrue(
                policy.contains("\"iam:PassedToService\" : [ \"lambda.amazonaws.com\", \"states.amazonaws.com\" ]"),
                policy);
        assertTrue(policy.contains("arn:aws:cloudformation:eu-west-1:111122223333:stack/shop/*"), policy);
    }

    @Test
    void whatIsForNothingKnownIsRefusedWithWhatIsKnown() {
        var refused = assertThrows(ProblemException.class, () -> policy("dance", Map.of(), Map.of()));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("DM501 "), refused::getMessage);
        assertTrue(String.valueOf(refused.getMessage()).contains("deploy, info, validate"), refused::getMessage);
    }

    @Test
    void whoRetriesReadsByKeyAndWritesAndDoesNotScan() {
        assertEquals(
                "[dynamodb:DeleteItem, dynamodb:DescribeTable, dynamodb:Query, dynamodb:UpdateItem]",
                onOrders("retry-failed"));
    }

    @Test
    void whoVerifiesReadsTheTableItselfAndNotItsIndex() {
        assertEquals("[dynamodb:DescribeTable, dynamodb:Scan]", onOrders("verify"));
        assertFalse(policy("verify", Map.of(), Map.of()).contains("/index/"));
    }

    @Test
    void whoUndoesChangesOnlyTablesOfReversibleMigrations() {
        assertEquals("[dynamodb:DescribeTable]", onOrders("undo"));
    }

    @ParameterizedTest
    @MethodSource("io.github.dynamodbmigrations.policy.Permissions#subjects")
    void noPolicyAllowsEverything(String subject) {
        var policy = policy(subject, Map.of(), Map.of());

        assertFalse(policy.contains("\"Resource\" : [ \"*\" ]"), policy);
        assertFalse(policy.contains("\"Action\" : [ \"*\""), policy);
    }

    /** The actions on the table of the migration. */
    private static String onOrders(String subject) {
        var statement = Pattern.compile("\"Action\" : (\\[[^]]*]),\\s+\"Resource\" : \\[ \"[^\"]*:table/Orders\" ]")
                .matcher(policy(subject, Map.of(), Map.of()));
        return statement
                .results()
                .map(found -> found.group(1).replaceAll("[\" ]", "").replace(",", ", "))
                .collect(Collectors.joining());
    }

    private static String policy(String subject, Map<String, String> tables, Map<String, String> roles) {
        return policy(subject, tables, roles, Environment.NONE);
    }

    private static String policy(
            String subject, Map<String, String> tables, Map<String, String> roles, Environment environment) {
        var connection = new Connection(
                HistorySettings.of("shop-history"),
                Optional.of("eu-west-1"),
                Optional.empty(),
                Optional.empty(),
                tables,
                roles,
                Map.of());
        return Permissions.of(new PolicyRequest(
                        subject, List.of(migration()), connection, environment, Optional.of("111122223333")))
                .json();
    }

    private static MigrationModel migration() {
        return new MigrationModel(
                2,
                "shop.V0002",
                MigrationModel.Kind.ITEM,
                Optional.of("Orders"),
                "",
                Optional.of(new MigrationModel.Source.Scan(
                        Optional.of("byDate"), new MigrationModel.Filter("", List.of(), List.of()), 0)),
                MigrationModel.Guard.NONE,
                new MigrationModel.Writers("", List.of(), false, false, ""),
                new MigrationModel.Throttle(0, 0, 0),
                new MigrationModel.Uses(true, false),
                Optional.of(GRANTS),
                List.of(),
                Optional.empty(),
                "FAIL",
                "v1:0",
                "v1:0");
    }
}
