package io.github.dynamodbmigrations.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Output;

/**
 * The table lies in another account, where our functions have no right of their own. A user's own template nests the
 * migrations, and knows the table by another stack's export.
 */
@Deployed
final class OtherAccountTest {
    private static final int SIZE = 100;
    private static final String OTHER = "222222222222";
    private static final String OURS = "000000000000";
    private static final String STRANGER = "333333333333";
    private static final String STS = "aws.endpointUrlSts";

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final Orders orders = Orders.create(Cloud.dynamo(OTHER), SIZE);
    private final String table = "arn:aws:dynamodb:" + Cloud.REGION + ":" + OTHER + ":table/" + orders.name();

    @Test
    void aTableOfAnotherAccountIsReachedByItsRoleAndNamedByAnExport() throws IOException {
        var role = role("trusting", OURS);
        try (var stacks = Cloud.stacks()) {
            create(stacks, "exports-" + id, """
                    Resources:
                      Name: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: x}}
                    Outputs:
                      Table: {Value: "%s", Export: {Name: orders-table-%s}}
                    """.formatted(table, id));
        }
        var stack = Stack.over(orders);

        var ended = stack.deploy(nested(role), Map.of());

        assertTrue(ended.succeeded(), ended::toString);
        assertEquals(SIZE, orders.count("currency"));
        assertEquals(RunState.SUCCEEDED, stack.run(1).state());
        assertEquals(
                table,
                Optional.ofNullable(stack.history().bindings().get("Orders"))
                        .orElseThrow()
                        .arn());
    }

    @Test
    void withoutTheRolesTrustNothingIsReachedAndTheRoleIsNamed() {
        var trusting = role("trusting", OURS);
        var distrusting = role("distrusting", STRANGER);
        System.setProperty(STS, Cloud.endpoint().toString());
        try {
            assertEquals(table, describe(trusting));
            var stop = assertThrows(MigrationException.class, () -> describe(distrusting));
            assertEquals(FailureCode.ACCESS_DENIED.code(), stop.code());
            assertTrue(String.valueOf(stop.getMessage()).contains("AssumeRole of " + distrusting), stop::toString);
        } finally {
            System.clearProperty(STS);
        }
    }

    private String describe(String role) {
        var target = new DynamoConnection.Target(
                        Cloud.REGION,
                        Optional.of(Cloud.endpoint()),
                        Optional.of(new DynamoConnection.Credentials(Cloud.CREDENTIAL, Cloud.CREDENTIAL)),
                        Duration.ofSeconds(30))
                .through(Map.of("Orders", role));
        try (var connection = DynamoConnection.open(target, Clock.systemUTC(), pause -> {}, () -> "nonce")) {
            return connection
                    .ports(HistorySettings.of("none"))
                    .tables()
                    .describe("Orders", table)
                    .identity()
                    .arn();
        }
    }

    /** A role of the other account with what a Worker does to the table. */
    private String role(String name, String trusted) {
        try (var stacks = Cloud.stacks(OTHER)) {
            var outputs = create(stacks, name + "-" + id, """
                    Resources:
                      Role:
                        Type: AWS::IAM::Role
                        Properties:
                          RoleName: %s-%s
                          AssumeRolePolicyDocument:
                            Version: "2012-10-17"
                            Statement:
                              - {Effect: Allow, Action: "sts:AssumeRole", Principal: {AWS: "arn:aws:iam::%s:root"}}
                          Policies:
                            - PolicyName: Table
                              PolicyDocument:
                                Version: "2012-10-17"
                                Statement:
                                  - Effect: Allow
                                    Action: ["dynamodb:DescribeTable", "dynamodb:Scan", "dynamodb:UpdateItem"]
                                    Resource: "%s"
                    Outputs:
                      Role: {Value: !GetAtt Role.Arn}
                    """.formatted(name, id, trusted, table));
            return outputs.get(0).outputValue();
        }
    }

    private Path nested(String role) throws IOException {
        var file = Path.of("target", "deployed", "nested-" + id + ".yaml").toAbsolutePath();
        Files.createDirectories(file.getParent());
        return Files.writeString(file, """
                Transform: AWS::Serverless-2016-10-31
                Parameters:
                  HistoryTable: {Type: String}
                  Runtime: {Type: String}
                  MaxWorkers: {Type: String}
                Resources:
                  Migrations:
                    Type: AWS::Serverless::Application
                    Properties:
                      Location: %s
                      Parameters:
                        OrdersTable: !ImportValue orders-table-%s
                        OrdersTableRole: %s
                        HistoryTable: !Ref HistoryTable
                        Runtime: !Ref Runtime
                        MaxWorkers: !Ref MaxWorkers
                """.formatted(Variation.emitted("one").resolve("template.yaml"), id, role));
    }

    private static List<Output> create(CloudFormationClient stacks, String name, String template) {
        stacks.createStack(request ->
                request.stackName(name).templateBody(template).capabilities(Capability.CAPABILITY_NAMED_IAM));
        stacks.waiter().waitUntilStackCreateComplete(request -> request.stackName(name));
        return stacks.describeStacks(request -> request.stackName(name))
                .stacks()
                .get(0)
                .outputs();
    }
}
