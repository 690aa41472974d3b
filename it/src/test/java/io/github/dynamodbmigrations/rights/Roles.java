package io.github.dynamodbmigrations.rights;

import io.github.dynamodbmigrations.deployed.Cloud;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The roles of an installation, which tests take rights from.
 *
 * @param installation whose
 */
record Roles(Installation installation) {
    /** Does something while a role is without a right. */
    <T> T without(Right right, Supplier<T> work) {
        var role = installation.resource(right.template(), right.role());
        var before = policy(role, right.policy());
        put(role, right.policy(), lacking(before, right));
        try {
            return work.get();
        } finally {
            put(role, right.policy(), before);
        }
    }

    /** What a right is about, as it was deployed. */
    List<String> resources(Right right) {
        var policy = policy(installation.resource(right.template(), right.role()), right.policy());
        return Tree.texts(Tree.map(Tree.list(policy, "Statement").get(right.statement())), "Resource");
    }

    /** A policy that bounds roles to these actions; its ARN. */
    static String boundary(String... actions) {
        var document = Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(Map.of("Effect", "Allow", "Action", List.of(actions), "Resource", "*")));
        try (var client = Cloud.identities()) {
            return client.createPolicy(request ->
                            request.policyName("boundary-" + actions.length).policyDocument(Tree.json(document)))
                    .policy()
                    .arn();
        }
    }

    /** Puts a role under another boundary. */
    void bind(String template, String role, String boundary) {
        try (var client = Cloud.identities()) {
            client.putRolePermissionsBoundary(request ->
                    request.roleName(installation.resource(template, role)).permissionsBoundary(boundary));
        }
    }

    private static Map<String, Object> lacking(Map<String, Object> policy, Right right) {
        var statements = Tree.list(policy, "Statement");
        var statement = Tree.map(statements.get(right.statement()));
        var actions = Tree.list(statement, "Action");
        if (!actions.remove(right.action())) {
            throw new AssertionError("not there: " + right);
        }
        statement.put("Action", actions);
        statements.set(right.statement(), statement);
        if (actions.isEmpty()) {
            statements.remove(right.statement());
        }
        var lacking = Tree.map(policy);
        // A policy has a statement at least.
        lacking.put("Statement", statements.isEmpty() ? NOTHING : statements);
        return lacking;
    }

    private static final List<Map<String, Object>> NOTHING =
            List.of(Map.of("Effect", "Deny", "Action", "sqs:DeleteQueue", "Resource", "*"));

    private static Map<String, Object> policy(String role, String name) {
        try (var client = Cloud.identities()) {
            var document = client.getRolePolicy(
                            request -> request.roleName(role).policyName(name))
                    .policyDocument();
            return Tree.parse(URLDecoder.decode(document, StandardCharsets.UTF_8));
        }
    }

    private static void put(String role, String name, Map<String, Object> policy) {
        try (var client = Cloud.identities()) {
            client.putRolePolicy(
                    request -> request.roleName(role).policyName(name).policyDocument(Tree.json(policy)));
        }
    }
}
