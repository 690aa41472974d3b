package io.github.dynamodbmigrations.write;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Counts what DynamoDB counts against its bound of 300 operators in an expression: never fewer than it does. */
final class OperatorCount {
    private static final Pattern TOKEN = Pattern.compile("<>|<=|>=|[=<>+]|[#:]\\w+|[A-Za-z_][\\w-]*(\\s*\\()?");
    private static final Set<String> WORDS = Set.of("AND", "OR", "NOT", "BETWEEN", "IN");

    private OperatorCount() {}

    static int in(String expression) {
        return (int) TOKEN.matcher(expression)
                .results()
                .map(token -> token.group())
                .filter(OperatorCount::isOperator)
                .count();
    }

    private static boolean isOperator(String token) {
        return switch (token.charAt(0)) {
            case '=', '<', '>', '+' -> true;
            case '#', ':' -> false;
            default -> token.endsWith("(") || WORDS.contains(token.toUpperCase(Locale.ROOT));
        };
    }
}
