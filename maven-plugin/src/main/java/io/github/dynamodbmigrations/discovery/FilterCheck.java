package io.github.dynamodbmigrations.discovery;

import io.github.dynamodbmigrations.model.MigrationModel.Filter;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks that a filter and its placeholders fit together; the expression's grammar is left to DynamoDB. */
final class FilterCheck {
    private static final Pattern PLACEHOLDER = Pattern.compile("[#:][A-Za-z0-9_]+");
    private static final Pattern NAME = Pattern.compile("#[A-Za-z0-9_]+=.+");
    private static final Pattern VALUE = Pattern.compile(":[A-Za-z0-9_]+=.+", Pattern.DOTALL);
    private static final int MOST_DIGITS = 38;

    private final Filter filter;

    FilterCheck(Filter filter) {
        this.filter = filter;
    }

    /** What is wrong, as beginnings of sentences. */
    Stream<String> mistakes() {
        return Stream.of(malformedNames(), malformedValues(), repeated(), placeholders())
                .flatMap(it -> it);
    }

    private Stream<String> malformedNames() {
        return filter.names().stream()
                .filter(it -> !NAME.matcher(it).matches())
                .map(it -> "names has '" + it + "', which is not of the form '#s=status'");
    }

    private Stream<String> malformedValues() {
        return filter.values().stream()
                .filter(it -> !VALUE.matcher(it).matches()
                        || valueMistake(afterEquals(it)).isPresent())
                .map(it -> "values has a malformed value for '" + placeholderOf(it) + "'; the form is ':v=S:open'");
    }

    /** What is wrong with a typed value such as {@code S:open}; the value itself is not repeated. */
    static Optional<String> valueMistake(String typed) {
        int colon = typed.indexOf(':');
        String text = typed.substring(colon + 1);
        boolean isValid = switch (typed.substring(0, Math.max(colon, 0))) {
            case "S" -> true;
            case "N" -> isNumber(text);
            case "BOOL" -> text.equals("true") || text.equals("false");
            case "NULL" -> text.isEmpty() || text.equals("true");
            default -> false;
        };
        return isValid ? Optional.empty() : Optional.of("a value is written as S:text, N:number, BOOL:true or NULL:");
    }

    private static boolean isNumber(String text) {
        try {
            return new BigDecimal(text).stripTrailingZeros().precision() <= MOST_DIGITS;
        } catch (NumberFormatException malformed) {
            return false;
        }
    }

    private Stream<String> repeated() {
        var seen = new LinkedHashSet<String>();
        return declared().filter(it -> !seen.add(it)).map(it -> "'" + it + "' is declared twice");
    }

    private Stream<String> placeholders() {
        Set<String> used = new TreeSet<>(PLACEHOLDER
                .matcher(filter.expression())
                .results()
                .map(it -> it.group())
                .toList());
        List<String> declared = declared().distinct().toList();
        return Stream.concat(
                used.stream()
                        .filter(it -> !declared.contains(it))
                        .map(it -> "the filter uses '" + it + "', which " + elementOf(it) + " does not declare"),
                declared.stream()
                        .filter(it -> !used.contains(it))
                        .map(it -> elementOf(it) + " declares '" + it + "', which the filter does not use"));
    }

    private static String elementOf(String placeholder) {
        return placeholder.startsWith("#") ? "names" : "values";
    }

    private Stream<String> declared() {
        return Stream.concat(filter.names().stream(), filter.values().stream())
                .map(FilterCheck::placeholderOf)
                .filter(it -> PLACEHOLDER.matcher(it).matches());
    }

    private static String placeholderOf(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals);
    }

    private static String afterEquals(String pair) {
        return pair.substring(pair.indexOf('=') + 1);
    }
}
