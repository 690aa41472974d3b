package io.github.dynamodbmigrations.policy;

import java.util.Optional;

/**
 * The names that CloudFormation gives to what a stack and those nested in it contain: the stack's name, the logical id and
 * something random.
 *
 * @param stack the name of the stack, if it is known
 */
record StackNames(Optional<String> stack) {
    private static final String ANY = "*";

    /** So many characters of a stack's name are left, at least, where a name may have 64 and the logical id has 16. */
    private static final int LEFT = 30;

    String itself() {
        return stack.orElse(ANY);
    }

    String nested() {
        return stack.map(name -> name + "-").orElse("") + ANY;
    }

    /** Of resources with a logical id, where names may be as long as they become. */
    String full(String logicalId) {
        return nested() + logicalId + "-*";
    }

    /** The same where the stack's name is cut for names of at most 64 characters. */
    String shortened(String logicalId) {
        var cut = stack.filter(name -> name.length() >= LEFT).map(name -> name.substring(0, LEFT) + ANY);
        return cut.orElseGet(this::nested) + logicalId + "-*";
    }
}
