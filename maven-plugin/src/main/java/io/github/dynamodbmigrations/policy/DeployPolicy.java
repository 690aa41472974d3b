package io.github.dynamodbmigrations.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What {@code sam deploy} of the emitted application needs, of one stack and what is named after it. */
final class DeployPolicy {
    private static final String MANAGED = "aws-sam-cli-managed-default";

    private final PolicyRequest request;
    private final Arns arns;
    private final String stack;

    DeployPolicy(PolicyRequest request) {
        this.request = request;
        this.arns = request.arns();
        this.stack = request.environment().stackName().orElse("*");
    }

    List<Statement> statements() {
        var statements = new ArrayList<>(List.of(
                stacks(),
                Statement.of(
                        "Transform",
                        actions("cloudformation", "CreateChangeSet"),
                        List.of(arns.transform("Serverless-2016-10-31"))),
                Statement.of("Templates", actions("cloudformation", "GetTemplateSummary"), List.of("*")),
                uploads(),
                functions()));
        statements.addAll(roles());
        statements.addAll(List.of(machines(), rules(), logs()));
        return statements;
    }

    private Statement stacks() {
        return Statement.of(
                "Stacks",
                actions(
                        "cloudformation",
                        "CreateChangeSet",
                        "CreateStack",
                        "DeleteChangeSet",
                        "DeleteStack",
                        "DescribeChangeSet",
                        "DescribeStackEvents",
                        "DescribeStackResources",
                        "DescribeStacks",
                        "ExecuteChangeSet",
                        "GetTemplate",
                        "UpdateStack"),
                List.of(
                        arns.of("cloudformation", "stack/" + stack + "/*"),
                        arns.of("cloudformation", "stack/" + stack + "-*/*"),
                        arns.of("cloudformation", "stack/" + MANAGED + "/*")));
    }

    /** The bucket that {@code resolve_s3} makes. */
    private Statement uploads() {
        var bucket = arns.bucket(MANAGED + "-samclisourcebucket-*");
        return Statement.of(
                "Uploads",
                actions(
                        "s3",
                        "CreateBucket",
                        "GetBucketLocation",
                        "GetObject",
                        "ListBucket",
                        "PutBucketPolicy",
                        "PutBucketPublicAccessBlock",
                        "PutBucketTagging",
                        "PutBucketVersioning",
                        "PutEncryptionConfiguration",
                        "PutObject"),
                List.of(bucket, bucket + "/*"));
    }

    private Statement functions() {
        return Statement.of(
                "Functions",
                actions(
                        "lambda",
                        "AddPermission",
                        "CreateFunction",
                        "DeleteFunction",
                        "DeleteFunctionEventInvokeConfig",
                        "GetFunction",
                        "GetFunctionConfiguration",
                        "GetFunctionEventInvokeConfig",
                        "InvokeFunction",
                        "ListTags",
                        "PutFunctionEventInvokeConfig",
                        "RemovePermission",
                        "TagResource",
                        "UntagResource",
                        "UpdateFunctionCode",
                        "UpdateFunctionConfiguration",
                        "UpdateFunctionEventInvokeConfig"),
                List.of(arns.of("lambda", "function:" + stack + "-*")));
    }

    /** With a boundary, roles are made and changed only under it; no role is handed to another service than our two. */
    private List<Statement> roles() {
        var roles = List.of(arns.global("iam", "role/" + stack + "-*"));
        var changing = Statement.of(
                "RolesUnderTheBoundary",
                actions("iam", "CreateRole", "DeleteRolePolicy", "PutRolePermissionsBoundary", "PutRolePolicy"),
                roles);
        var bounded = request.environment()
                .parameter("PermissionsBoundary")
                .map(arn -> changing.when("StringEquals", "iam:PermissionsBoundary", List.of(arn)))
                .orElse(new Statement("RolesWithoutBoundary", changing.actions(), roles, List.of()));
        return List.of(
                bounded,
                Statement.of(
                        "Roles",
                        actions(
                                "iam",
                                "DeleteRole",
                                "GetRole",
                                "GetRolePolicy",
                                "ListAttachedRolePolicies",
                                "ListRolePolicies",
                                "TagRole",
                                "UntagRole",
                                "UpdateAssumeRolePolicy"),
                        roles),
                Statement.of("HandOverRoles", actions("iam", "PassRole"), roles)
                        .when(
                                "StringEquals",
                                "iam:PassedToService",
                                List.of("lambda.amazonaws.com", "states.amazonaws.com")));
    }

    private Statement machines() {
        return Statement.of(
                "Machines",
                actions(
                        "states",
                        "CreateStateMachine",
                        "DeleteStateMachine",
                        "DescribeStateMachine",
                        "ListTagsForResource",
                        "TagResource",
                        "UntagResource",
                        "UpdateStateMachine"),
                List.of(arns.of("states", "stateMachine:dm-*")));
    }

    private Statement rules() {
        return Statement.of(
                "Rules",
                actions("events", "DeleteRule", "DescribeRule", "PutRule", "PutTargets", "RemoveTargets"),
                List.of(arns.of("events", "rule/" + stack + "-*")));
    }

    private Statement logs() {
        var group = arns.of("logs", "log-group:" + stack + "-*");
        return Statement.of(
                "Logs",
                actions(
                        "logs",
                        "CreateLogGroup",
                        "DeleteLogGroup",
                        "DescribeLogGroups",
                        "ListTagsForResource",
                        "PutRetentionPolicy",
                        "TagResource"),
                List.of(group, group + ":*"));
    }

    private static List<String> actions(String service, String... names) {
        return Stream.of(names).map(name -> service + ":" + name).toList();
    }
}
