package io.github.dynamodbmigrations.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.contract.Emitted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the policy for {@code deploy} allows is what CloudFormation and the SAM CLI need for all that is ever emitted. */
final class DeployRightsTest {
    private static final String BOUNDARY = "arn:aws:iam::111122223333:policy/limits";
    private static final Map<String, String> GIVEN =
            Map.of("PermissionsBoundary", BOUNDARY, "SubnetIds", "subnet-1", "SecurityGroupIds", "sg-1");

    /** More, each of a table of its own, than a role of the version machine has room for. */
    private static final int MANY = 31;

    private static final Actions TABLE = Actions.ofDeploying();

    @ParameterizedTest
    @ValueSource(strings = {"shop", "a-shop-whose-name-is-so-long-that-names-of-roles-are-cut"})
    void whatIsDoneInADeploymentIsWhatItsPolicyAllows(String stack) {
        var policy = statements(policy(stack, GIVEN));
        var needs = needs(stack);

        assertEquals(List.of(), lacking(needs, policy));
        assertEquals(List.of(), unused(needs, policy));
    }

    @Test
    void withoutAnyOfItsActionsSomethingCannotBeDone() {
        var policy = policy("shop", GIVEN);
        var needs = needs("shop");
        for (var action : actions(statements(policy))) {
            var less = statements(policy.replace('"' + action + '"', "\"sqs:DeleteQueue\""));
            assertTrue(
                    lacking(needs, less).stream().anyMatch(need -> need.action().equals(action)), action);
        }
    }

    @Test
    void aResourceThatNobodyHasLookedUpIsRefused() {
        var queue = new Handled("shop", "Queue", "AWS::SQS::Queue", Map.of());
        var refused = assertThrows(AssertionError.class, () -> queue.needs(TABLE));
        assertTrue(String.valueOf(refused.getMessage()).contains("AWS::SQS::Queue"), refused::getMessage);
    }

    @Test
    void networksAreLookedAtOnlyWhereTheWorkersJoinOne() {
        assertFalse(policy("shop", Map.of()).contains("ec2:"));
    }

    @Test
    void nothingLeadsOutOfTheBoundary() {
        for (var statement : statements(policy("shop", GIVEN))) {
            var actions = new TreeSet<>(Tree.texts(statement, "Action"));
            var conditions = Tree.map(statement, "Condition");
            actions.retainAll(Set.of(
                    "iam:AttachRolePolicy",
                    "iam:CreateRole",
                    "iam:DeleteRolePolicy",
                    "iam:DetachRolePolicy",
                    "iam:PutRolePermissionsBoundary",
                    "iam:PutRolePolicy"));
            if (!actions.isEmpty()) {
                assertEquals(
                        List.of(BOUNDARY),
                        Tree.map(conditions, "StringEquals").get("iam:PermissionsBoundary"),
                        actions::toString);
            }
            if (actions.contains("iam:AttachRolePolicy")) {
                assertEquals(
                        List.of(
                                "arn:aws:iam::111122223333:policy/shop-*Machines*Policy-*",
                                "arn:aws:iam::111122223333:policy/shop-*Tables*Policy-*"),
                        Tree.map(conditions, "ArnLike").get("iam:PolicyARN"));
            }
        }
    }

    /** Others in the account may have named theirs after the same thing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::111122223333:role/shop-admin",
                "arn:aws:iam::111122223333:role/shopping-ControlRole-1A2B3C4D5E6F",
                "arn:aws:iam::111122223333:policy/shop-limits",
                "arn:aws:iam::111122223333:policy/shop-deploys",
                "arn:aws:lambda:eu-west-1:111122223333:function:shop-orders",
                "arn:aws:logs:eu-west-1:111122223333:log-group:shop-orders"
            })
    void whatOnlyHasASimilarNameIsLeftAlone(String arn) {
        for (var statement : statements(policy("shop", GIVEN))) {
            for (var action : Tree.texts(statement, "Action")) {
                var need = new Need("whoever deploys", action, arn);
                assertFalse(
                        isAllowed(need, List.of(statement))
                                && !Set.of("logs:DescribeLogGroups").contains(action)
                                && !Tree.texts(statement, "Resource").contains("*"),
                        need::toString);
            }
        }
    }

    /** A policy that is kept under a name of its own has at most so many characters, blanks not counted. */
    @Test
    void itFitsIntoAManagedPolicyUnlessNamesAreLong() {
        var size = policy("a-shop-of-goods", GIVEN).replaceAll("\\s", "").length();
        assertTrue(size <= 6_144, () -> "it has " + size + " characters");
    }

    private static Set<Need> needs(String stack) {
        var nested = stack + "-Migrations-1A2B3C4D5E6F-Migration2-1A2B3C4D5E6F";
        var needs = new LinkedHashSet<Need>();
        Stream.of(stack, stack + "-Migration2-1A2B3C4D5E6F", nested)
                .flatMap(name -> templates().flatMap(template -> Handled.of(name, template).stream()))
                .flatMap(resource -> resource.needs(TABLE))
                .forEach(needs::add);
        var cli =
                new Handled(stack, "", "sam deploy", Map.of("--on-failure DELETE", "", "of a stack that is there", ""));
        cli.needs(TABLE).forEach(needs::add);
        Handled.of("aws-sam-cli-managed-default", bucket())
                .forEach(resource -> resource.needs(TABLE).forEach(needs::add));
        new Handled("aws-sam-cli-managed-default", "", "sam deploy", Map.of())
                .needs(TABLE)
                .forEach(needs::add);
        return needs;
    }

    private static Stream<Map<String, Object>> templates() {
        var many = Emitted.files(MANY).entrySet().stream()
                .filter(file -> file.getKey().endsWith("template.yaml"))
                .map(file -> Tree.parse(file.getValue()));
        return Stream.concat(ConfiguredRightsTest.emitted().map(Tree::read), many);
    }

    /** What the SAM CLI itself deploys, so that there is a bucket. */
    private static Map<String, Object> bucket() {
        return Tree.parse("""
                Resources:
                  Bucket:
                    Type: AWS::S3::Bucket
                    Properties: {BucketEncryption: "", PublicAccessBlockConfiguration: "", Tags: "", VersioningConfiguration: ""}
                  BucketPolicy:
                    Type: AWS::S3::BucketPolicy
                """);
    }

    private static List<Need> lacking(Set<Need> needs, List<Map<String, Object>> policy) {
        return needs.stream().filter(need -> !isAllowed(need, policy)).toList();
    }

    private static List<String> unused(Set<Need> needs, List<Map<String, Object>> policy) {
        var unused = new ArrayList<String>();
        for (var statement : policy) {
            for (var action : Tree.texts(statement, "Action")) {
                if (needs.stream()
                        .noneMatch(need -> need.action().equals(action) && isAllowed(need, List.of(statement)))) {
                    unused.add(action);
                }
            }
        }
        return unused;
    }

    private static boolean isAllowed(Need need, List<Map<String, Object>> policy) {
        return policy.stream()
                .filter(statement -> Tree.texts(statement, "Action").contains(need.action()))
                .anyMatch(
                        statement -> Tree.texts(statement, "Resource").stream().anyMatch(need::isOn));
    }

    private static Set<String> actions(List<Map<String, Object>> policy) {
        var actions = new TreeSet<String>();
        policy.forEach(statement -> actions.addAll(Tree.texts(statement, "Action")));
        return actions;
    }

    private static List<Map<String, Object>> statements(String policy) {
        return Tree.list(Tree.parse(policy), "Statement").stream()
                .map(Tree::map)
                .toList();
    }

    private static String policy(String stack, Map<String, String> parameters) {
        return DeployPolicy.printed("eu-west-1", "111122223333", stack, parameters);
    }
}
