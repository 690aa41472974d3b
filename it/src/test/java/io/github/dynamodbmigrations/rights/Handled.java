package io.github.dynamodbmigrations.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A resource of a template, which CloudFormation makes, changes and removes in the name of whoever deploys.
 *
 * @param stack the name of the stack that it belongs to
 * @param id its logical id
 * @param type its type, as CloudFormation knows it
 * @param properties its properties
 */
record Handled(String stack, String id, String type, Map<String, Object> properties) {
    /** What SAM makes of its own types. */
    private static final Map<String, String> TRANSFORMED = Map.of(
            "AWS::Serverless::Application", "AWS::CloudFormation::Stack",
            "AWS::Serverless::Function", "AWS::Lambda::Function",
            "AWS::Serverless::StateMachine", "AWS::StepFunctions::StateMachine");

    private static final String EVENT_INVOKE = "EventInvokeConfig";
    private static final String HERE = ":eu-west-1:111122223333:";
    private static final String RANDOM = "1A2B3C4D5E6F";
    private static final Set<String> OF_OBJECTS = Set.of("s3:GetObject", "s3:GetObjectVersion", "s3:PutObject");
    private static final Set<String> OF_ROLES = Set.of("iam:AttachRolePolicy", "iam:DetachRolePolicy", "iam:PassRole");

    /** So long a name becomes where at most 64 characters are allowed, for which the stack's part is cut. */
    private static final int LONGEST = 63;

    /** All of a template. */
    static List<Handled> of(String stack, Map<String, Object> template) {
        var all = new ArrayList<Handled>();
        Tree.map(template, "Resources").forEach((id, resource) -> {
            var type = (String) Tree.at(Tree.map(resource), "Type");
            var properties = Tree.map(Tree.map(resource), "Properties");
            var known = type.startsWith("Custom::") ? "AWS::CloudFormation::CustomResource" : type;
            all.add(new Handled(stack, id, TRANSFORMED.getOrDefault(known, known), properties));
            if (type.equals("AWS::Serverless::Function") && properties.containsKey(EVENT_INVOKE)) {
                all.add(new Handled(stack, id, "AWS::Lambda::" + EVENT_INVOKE, Map.of()));
            }
        });
        return all;
    }

    /** What is done, and to what. */
    Stream<Need> needs(Actions table) {
        var always = table.of(type, "").stream();
        var ofProperties = properties.keySet().stream()
                .filter(property -> table.knows(type, property))
                .flatMap(property -> table.of(type, property).stream());
        return Stream.concat(always, ofProperties)
                .flatMap(action -> resources(action).map(arn -> new Need("whoever deploys", action, arn)));
    }

    private Stream<String> resources(String action) {
        if (OF_OBJECTS.contains(action)) {
            return Stream.of("arn:aws:s3:::" + bucket() + "/code.zip");
        }
        if (OF_ROLES.contains(action)) {
            return Stream.of("Role", "RoleArn", "Roles")
                    .map(properties::get)
                    .filter(Objects::nonNull)
                    .map(role -> "arn:aws:iam::111122223333:role/" + named(referred(role), LONGEST));
        }
        if (action.equals("cloudformation:CreateChangeSet")) {
            return Stream.of(arn(), "arn:aws:cloudformation:eu-west-1:aws:transform/Serverless-2016-10-31");
        }
        return Stream.of(
                switch (action.substring(0, action.indexOf(':'))) {
                    case "cloudformation" -> arn();
                    case "ec2" -> "*";
                    case "events" -> "arn:aws:events" + HERE + "rule/" + named(id, LONGEST);
                    case "iam" ->
                        "arn:aws:iam::111122223333:"
                                + (type.endsWith("Role") ? "role/" + named(id, LONGEST) : "policy/" + named(id, 128));
                    case "lambda" -> "arn:aws:lambda" + HERE + "function:" + named(function(), LONGEST);
                    case "logs" ->
                        "arn:aws:logs" + HERE + "log-group:"
                                + (action.equals("logs:DescribeLogGroups") ? ":log-stream:" : named(id, 512));
                    case "s3" -> "arn:aws:s3:::" + bucket();
                    case "states" -> "arn:aws:states" + HERE + "stateMachine:dm-2-" + RANDOM;
                    default -> throw new AssertionError("no resource for " + action);
                });
    }

    /** A permission and a custom resource are about a function of their template. */
    private String function() {
        return Stream.of("FunctionName", "ServiceToken")
                .map(properties::get)
                .filter(Objects::nonNull)
                .map(Handled::referred)
                .findFirst()
                .orElse(id);
    }

    private static String referred(Object value) {
        var reference = Tree.map(Tree.list(value).get(0));
        return reference.containsKey("Ref")
                ? (String) reference.get("Ref")
                : (String) Tree.list(reference, "Fn::GetAtt").get(0);
    }

    private String arn() {
        return "arn:aws:cloudformation" + HERE + "stack/" + stack + "/" + RANDOM;
    }

    private String bucket() {
        return "aws-sam-cli-managed-default-samclisourcebucket-1a2b3c4d5e6f";
    }

    private String named(String logicalId, int longest) {
        var end = "-" + logicalId + "-" + RANDOM;
        return stack.substring(0, Math.min(stack.length(), longest - end.length())) + end;
    }
}
