package io.github.dynamodbmigrations.sam;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Decides a template's conditions; empty where a deployment's values decide. */
final class Conditions {
    private final Map<String, Object> declared;
    private final UnaryOperator<Object> resolve;
    private final Set<String> open = new HashSet<>();

    Conditions(Map<String, Object> declared, UnaryOperator<Object> resolve) {
        this.declared = declared;
        this.resolve = resolve;
    }

    /** Whether the named condition holds. */
    Optional<Boolean> holds(String name) {
        var expression = declared.get(name);
        if (expression == null || !open.add(name)) {
            return Optional.empty();
        }
        try {
            return evaluate(expression);
        } finally {
            open.remove(name);
        }
    }

    private Optional<Boolean> evaluate(Object expression) {
        if (!(expression instanceof Map<?, ?> map) || map.size() != 1) {
            return Optional.empty();
        }
        var function = map.entrySet().iterator().next();
        if ("Condition".equals(function.getKey())) {
            return function.getValue() instanceof String name ? holds(name) : Optional.empty();
        }
        if (!(function.getValue() instanceof List<?> operands)) {
            return Optional.empty();
        }
        return switch ((String) function.getKey()) {
            case "Fn::Equals" -> operands.size() == 2 ? equal(operands.get(0), operands.get(1)) : Optional.empty();
            case "Fn::Not" -> operands.size() == 1 ? evaluate(operands.get(0)).map(holds -> !holds) : Optional.empty();
            case "Fn::And" -> all(true, operands);
            case "Fn::Or" -> all(false, operands);
            default -> Optional.empty();
        };
    }

    private Optional<Boolean> equal(Object left, Object right) {
        var one = resolve.apply(left);
        var other = resolve.apply(right);
        return one instanceof Unresolved || other instanceof Unresolved
                ? Optional.empty()
                : Optional.of(one.equals(other));
    }

    /** And, or Or: one operand that differs from the neutral value decides, even beside operands that nobody knows. */
    private Optional<Boolean> all(boolean neutral, List<?> operands) {
        var values = operands.stream().map(this::evaluate).toList();
        if (values.stream().flatMap(Optional::stream).anyMatch(value -> value != neutral)) {
            return Optional.of(!neutral);
        }
        return values.stream().allMatch(Optional::isPresent) ? Optional.of(neutral) : Optional.empty();
    }
}
