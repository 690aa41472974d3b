package io.github.dynamodbmigrations.trigger;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes JSON of texts and maps, with the JDK alone: an answer must leave even where nothing else can be loaded. */
final class JsonText {
    private JsonText() {}

    static String of(Map<String, ?> fields) {
        var sorted = new TreeMap<String, Object>(fields);
        return sorted.entrySet().stream()
                .map(field -> text(field.getKey()) + ":" + value(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    @SuppressWarnings("unchecked")
    private static String value(Object value) {
        return value instanceof Map<?, ?> map ? of((Map<String, ?>) map) : text(value.toString());
    }

    private static String text(String text) {
        var json = new StringBuilder("\"");
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < ' ' || Character.isSurrogate(character)) {
                json.append("\\u%04x".formatted((int) character));
            } else {
                json.append(character);
            }
        }
        return json.append('"').toString();
    }
}
