package io.github.dynamodbmigrations.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Templates and policies as maps, lists and texts. */
final class Tree {
    private Tree() {}

    static Map<String, Object> read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** JSON is YAML, too. */
    static Map<String, Object> parse(String text) {
        return map(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    static String json(Object tree) {
        if (tree instanceof Map<?, ?>) {
            return map(tree).entrySet().stream()
                    .map(entry -> quoted(entry.getKey()) + ": " + json(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(Tree::json).collect(Collectors.joining(", ", "[", "]"));
        }
        return tree instanceof String text ? quoted(text) : String.valueOf(tree);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static Map<String, Object> map(Object value) {
        var map = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) value).forEach((key, inner) -> map.put((String) key, inner));
        return map;
    }

    /** What must be there. */
    static <T> T at(Map<String, T> map, String name) {
        var value = map.get(name);
        if (value == null) {
            throw new AssertionError("no " + name + " among " + map.keySet());
        }
        return value;
    }

    static Map<String, Object> map(Map<String, Object> tree, String name) {
        return tree.containsKey(name) ? map(tree.get(name)) : Map.of();
    }

    /** A list; what stands alone is a list of one. */
    static List<Object> list(Object value) {
        return value instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>(List.of(value));
    }

    static List<Object> list(Map<String, Object> tree, String name) {
        return tree.containsKey(name) ? list(tree.get(name)) : List.of();
    }

    static List<String> texts(Map<String, Object> tree, String name) {
        return list(tree, name).stream().map(String.class::cast).toList();
    }

    /** The same tree with another one in place of each map for which the change makes one. */
    static Object replaced(Object tree, UnaryOperator<Object> change) {
        if (tree instanceof Map<?, ?>) {
            var other = change.apply(tree);
            if (other != tree) {
                return other;
            }
            var map = map(tree);
            map.replaceAll((name, value) -> replaced(value, change));
            return map;
        }
        return tree instanceof List<?> list
                ? list.stream().map(value -> replaced(value, change)).toList()
                : tree;
    }

    /** The resources of a template that have this type. */
    static Map<String, Map<String, Object>> resources(Map<String, Object> template, String type) {
        var found = new TreeMap<String, Map<String, Object>>();
        map(template, "Resources").forEach((id, resource) -> {
            if (type.equals(map(resource).get("Type"))) {
                found.put(id, map(resource));
            }
        });
        return found;
    }
}
