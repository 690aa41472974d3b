package io.github.dynamodbmigrations.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * Allows actions on resources.
 *
 * @param sid what it is for
 * @param actions of IAM
 * @param resources ARNs
 * @param conditions that must hold, all of them
 */
record Statement(String sid, List<String> actions, List<String> resources, List<Condition> conditions) {
    /** Copies the lists, in order and each element once. */
    Statement {
        actions = actions.stream().sorted().distinct().toList();
        resources = resources.stream().distinct().toList();
        conditions = List.copyOf(conditions);
    }

    /** One without a condition. */
    static Statement of(String sid, List<String> actions, List<String> resources) {
        return new Statement(sid, actions, resources, List.of());
    }

    /** The same with one more condition. */
    Statement when(String operator, String key, List<String> values) {
        var all = new ArrayList<>(conditions);
        all.add(new Condition(operator, key, values));
        return new Statement(sid, actions, resources, all);
    }

    /**
     * A condition of IAM.
     *
     * @param operator how values are compared
     * @param key what of the request is compared
     * @param values with what
     */
    record Condition(String operator, String key, List<String> values) {}
}
