package io.github.dynamodbmigrations.bundle;

import java.util.regex.Pattern;

/**
 * A pattern as users of Maven write it: {@code *} within a name, {@code **} across directories, {@code ?} for one
 * character; a slash at the end means all that is below.
 */
record PathPattern(String text) {
    private static final Pattern TOKEN = Pattern.compile("\\*\\*/|\\*\\*|\\*|\\?|[^*?]+");

    boolean matches(String path) {
        return path.matches(regex());
    }

    private String regex() {
        var regex = new StringBuilder();
        TOKEN.matcher(text.endsWith("/") ? text + "**" : text)
                .results()
                .map(token -> switch (token.group()) {
                    case "**/" -> "(?:.*/)?";
                    case "**" -> ".*";
                    case "*" -> "[^/]*";
                    case "?" -> "[^/]";
                    default -> Pattern.quote(token.group());
                })
                .forEach(regex::append);
        return regex.toString();
    }
}
