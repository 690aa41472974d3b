package io.github.dynamodbmigrations.connection;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The SAM CLI's notation of parameters in one text: {@code Key=Value Other="a b"}, or the older
 * {@code ParameterKey=Key,ParameterValue=Value}.
 */
final class Overrides {
    private static final String QUOTED = "\"(?:\\\\.|[^\"\\\\])*\"|'[^']*'";
    private static final Pattern PAIR =
            Pattern.compile("\\G\\s*(?:ParameterKey=(?<oldKey>[A-Za-z0-9_\"]+),ParameterValue=|(?<key>[A-Za-z0-9]+)=)"
                    + "(?<value>" + QUOTED + "|(?:\\\\.|[^\\s\"\\\\])*)(?=\\s|$)");

    private Overrides() {}

    static Map<String, String> parse(String text) {
        var all = new HashMap<String, String>();
        var pair = PAIR.matcher(text);
        var end = 0;
        while (pair.find()) {
            var key = pair.group("key") == null ? pair.group("oldKey").replace("\"", "") : pair.group("key");
            all.put(key, unquoted(pair.group("value")));
            end = pair.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new IllegalArgumentException("'" + text.substring(end).strip() + "' is no Key=Value");
        }
        return all;
    }

    private static String unquoted(String value) {
        var isQuoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"));
        var inner = isQuoted ? value.substring(1, value.length() - 1) : value;
        return value.startsWith("'") ? inner : inner.replaceAll("\\\\(.)", "$1");
    }
}
