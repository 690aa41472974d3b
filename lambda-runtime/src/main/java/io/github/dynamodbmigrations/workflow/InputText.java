package io.github.dynamodbmigrations.workflow;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;

/** What executions are started with, as JSON. Equal values give equal text: names are in order. */
public final class InputText {
    private InputText() {}

    /**
     * Writes JSON.
     *
     * @param value texts, numbers, booleans, maps and lists
     * @return the text
     */
    public static String write(Map<String, ?> value) {
        var writer = JsonWriter.create();
        write(writer, value);
        return new String(writer.getBytes(), StandardCharsets.UTF_8);
    }

    private static void write(JsonWriter writer, Object value) {
        if (value instanceof Map<?, ?> map) {
            var sorted = new TreeMap<String, Object>();
            map.forEach((name, field) -> sorted.put(String.valueOf(name), Objects.requireNonNull(field)));
            writer.writeStartObject();
            sorted.forEach((name, field) -> {
                writer.writeFieldName(name);
                write(writer, field);
            });
            writer.writeEndObject();
        } else if (value instanceof List<?> list) {
            writer.writeStartArray();
            list.forEach(element -> write(writer, element));
            writer.writeEndArray();
        } else if (value instanceof Boolean flag) {
            writer.writeValue(flag);
        } else if (value instanceof Number number) {
            writer.writeNumber(number.toString());
        } else {
            writer.writeValue(value.toString());
        }
    }

    /**
     * Reads a JSON object; numbers become texts.
     *
     * @param text the text
     * @return its fields
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> read(String text) {
        return (Map<String, Object>) value(JsonNode.parser().parse(text));
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            var map = new LinkedHashMap<String, Object>();
            node.asObject().forEach((name, field) -> {
                if (!field.isNull()) {
                    map.put(name, value(field));
                }
            });
            return map;
        }
        if (node.isArray()) {
            return node.asArray().stream().map(InputText::value).toList();
        }
        return node.isBoolean() ? node.asBoolean() : node.text();
    }
}
