package io.github.dynamodbmigrations.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code sam deploy} of the emitted application needs, of one stack and what is named after it. */
final class DeployPolicy {
    private static final String MANAGED = "aws-sam-cli-managed-default";

    private final PolicyRequest request;
    private final Arns arns;
    private final StackNames names;

    DeployPolicy(PolicyRequest request) {
        this.request = request;
        this.arns = request.arns();
        this.names = new StackNames(request.environment().stackName());
    }

    List<Statement> statements() {
        var statements = new ArrayList<>(List.of(
                stacks(),
                Statement.of(
                        "Transform",
                        actions("cloudformation", "CreateChangeSet"),
                        List.of(arns.transform("Serverless-2016-10-31"))),
                uploads(),
                functions()));
        network().ifPresent(statements::add);
        statements.addAll(roles());
        statements.addAll(policies());
        statements.addAll(List.of(machines(), rules()));
        statements.addAll(logs());
        return statements;
    }

    private Statement stacks() {
        return Statement.of(
                "Stacks",
                actions(
                        "cloudformation",
                        "CreateChangeSet",
                        "CreateStack",
                        "DeleteStack",
                        "DescribeChangeSet",
                        "DescribeStackEvents",
                        "DescribeStacks",
                        "ExecuteChangeSet",
                        "GetTemplateSummary",
                        "RollbackStack",
                        "TagResource",
                        "UntagResource",
                        "UpdateStack"),
                Stream.of(names.itself(), names.nested(), MANAGED)
                        .map(name -> arns.of("cloudformation", "stack/" + name + "/*"))
                        .toList());
    }

    /** The bucket that {@code resolve_s3} makes. */
    private Statement uploads() {
        var bucket = arns.bucket(MANAGED + "-samclisourcebucket-*");
        return Statement.of(
                "Uploads",
                actions(
                        "s3",
                        "CreateBucket",
                        "GetBucketPolicy",
                        "GetObject",
                        "GetObjectVersion",
                        "ListBucket",
                        "PutBucketPolicy",
                        "PutBucketPublicAccessBlock",
                        "PutBucketTagging",
                        "PutBucketVersioning",
                        "PutEncryptionConfiguration",
                        "PutObject",
                        "TagResource"),
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
                        "GetFunctionCodeSigningConfig",
                        "GetFunctionConfiguration",
                        "GetFunctionEventInvokeConfig",
                        "GetFunctionRecursionConfig",
                        "GetFunctionScalingConfig",
                        "GetPolicy",
                        "GetRuntimeManagementConfig",
                        "InvokeFunction",
                        "ListTags",
                        "PutFunctionEventInvokeConfig",
                        "RemovePermission",
                        "TagResource",
                        "UntagResource",
                        "UpdateFunctionCode",
                        "UpdateFunctionConfiguration",
                        "UpdateFunctionEventInvokeConfig"),
                Stream.of("History", "Control", "Worker", "Versions")
                        .map(name -> arns.of("lambda", "function:" + names.shortened(name + "Function")))
                        .toList());
    }

    /** AWS knows no narrower resource for them than all. */
    private Optional<Statement> network() {
        return request.environment()
                .parameter("SubnetIds")
                .map(given -> Statement.of(
                        "Network",
                        actions(
                                "ec2",
                                "DescribeNetworkInterfaces",
                                "DescribeSecurityGroups",
                                "DescribeSubnets",
                                "DescribeVpcs"),
                        List.of("*")));
    }

    /** With a boundary, roles are made and changed only under it; no role is handed to another service than our two. */
    private List<Statement> roles() {
        var roles = Stream.of("History", "Control", "Worker", "StateMachine", "Versions")
                .map(this::role)
                .toList();
        return List.of(
                bounded(
                        "Roles",
                        actions("iam", "CreateRole", "DeleteRolePolicy", "PutRolePermissionsBoundary", "PutRolePolicy"),
                        roles),
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

    private String role(String name) {
        return arns.global("iam", "role/" + names.shortened(name + "Role"));
    }

    /** A version machine with more machines or tables than its role has room for has policies of its own. */
    private List<Statement> policies() {
        var policies = Stream.of("Machines*Policy", "Tables*Policy")
                .map(name -> arns.global("iam", "policy/" + names.full(name)))
                .toList();
        return List.of(
                Statement.of(
                        "Policies",
                        actions(
                                "iam",
                                "CreatePolicy",
                                "CreatePolicyVersion",
                                "DeletePolicy",
                                "DeletePolicyVersion",
                                "GetPolicy",
                                "GetPolicyVersion",
                                "ListEntitiesForPolicy",
                                "ListPolicyVersions"),
                        policies),
                bounded("Policies", actions("iam", "AttachRolePolicy", "DetachRolePolicy"), List.of(role("Versions")))
                        .when("ArnLike", "iam:PolicyARN", policies));
    }

    private Statement bounded(String what, List<String> actions, List<String> resources) {
        return request.environment()
                .parameter("PermissionsBoundary")
                .map(arn -> Statement.of(what + "UnderTheBoundary", actions, resources)
                        .when("StringEquals", "iam:PermissionsBoundary", List.of(arn)))
                .orElseGet(() -> Statement.of(what + "WithoutBoundary", actions, resources));
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
                actions(
                        "events",
                        "DeleteRule",
                        "DescribeRule",
                        "ListTagsForResource",
                        "ListTargetsByRule",
                        "PutRule",
                        "PutTargets",
                        "RemoveTargets",
                        "TagResource",
                        "UntagResource"),
                List.of(arns.of("events", "rule/" + names.shortened("FailureRule"))));
    }

    /** Log groups are looked for by the beginning of their names, which is a question about all. */
    private List<Statement> logs() {
        return List.of(
                Statement.of("AllLogs", actions("logs", "DescribeLogGroups"), List.of(arns.of("logs", "log-group:*"))),
                Statement.of(
                        "Logs",
                        actions(
                                "logs",
                                "CreateLogGroup",
                                "DeleteLogGroup",
                                "DescribeIndexPolicies",
                                "GetDataProtectionPolicy",
                                "ListTagsForResource",
                                "PutRetentionPolicy",
                                "TagResource",
                                "UntagResource"),
                        List.of(arns.of("logs", "log-group:" + names.full("LogGroup")))));
    }

    private static List<String> actions(String service, String... names) {
        return Stream.of(names).map(name -> service + ":" + name).toList();
    }
}
