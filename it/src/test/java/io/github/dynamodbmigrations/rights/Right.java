package io.github.dynamodbmigrations.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One action of one statement of a role of an emitted template.
 *
 * @param template the template's path
 * @param role the role's logical id
 * @param policy the policy's name
 * @param statement which statement of the policy
 * @param action what it allows
 * @param resources on what, as it is written
 * @param isConditional whether it is there only if a parameter is given, which by default is empty
 */
record Right(
        String template,
        String role,
        String policy,
        int statement,
        String action,
        List<Object> resources,
        boolean isConditional) {
    /** All rights of a template's roles. */
    static List<Right> of(String path, Map<String, Object> template) {
        var rights = new ArrayList<Right>();
        Tree.resources(template, "AWS::IAM::Role").forEach((role, resource) -> {
            for (var entry : Tree.list(Tree.map(resource, "Properties"), "Policies")) {
                var policy = Tree.map(entry);
                if (policy.containsKey("Fn::If")) {
                    var branches = Tree.list(policy, "Fn::If");
                    rights.addAll(of(path, role, Tree.map(branches.get(1)), true));
                    policy = Tree.map(branches.get(2));
                }
                if (policy.containsKey("PolicyName")) {
                    rights.addAll(of(path, role, policy, false));
                }
            }
        });
        return rights;
    }

    private static List<Right> of(String path, String role, Map<String, Object> policy, boolean isConditional) {
        var rights = new ArrayList<Right>();
        var statements = Tree.list(Tree.map(policy, "PolicyDocument"), "Statement");
        for (var index = 0; index < statements.size(); index++) {
            var statement = Tree.map(statements.get(index));
            if (statement.containsKey("Fn::If")) {
                var branches = Tree.list(statement, "Fn::If");
                rights.addAll(of(path, role, policy, index, Tree.map(branches.get(1)), true));
                statement = Tree.map(branches.get(2));
            }
            rights.addAll(of(path, role, policy, index, statement, isConditional));
        }
        return rights;
    }

    private static List<Right> of(
            String path,
            String role,
            Map<String, Object> policy,
            int index,
            Map<String, Object> statement,
            boolean isConditional) {
        var rights = new ArrayList<Right>();
        for (var action : Tree.texts(statement, "Action")) {
            rights.add(new Right(
                    path,
                    role,
                    (String) Tree.at(policy, "PolicyName"),
                    index,
                    action,
                    Tree.list(statement, "Resource"),
                    isConditional));
        }
        return rights;
    }

    boolean isOfFunction() {
        return !role.startsWith("StateMachine");
    }

    String service() {
        return action.substring(0, action.indexOf(':'));
    }

    /** The action's name without its service. */
    String name() {
        return action.substring(action.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return template.replace("/template.yaml", "") + " " + role + " " + policy + " " + action;
    }
}
