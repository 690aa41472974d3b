package io.github.dynamodbmigrations.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads rendered YAML back. */
final class Yaml {
    private Yaml() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> read(String text) {
        return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    /** The value at a path of names. */
    static Object at(String text, String... path) {
        return in(read(text), path);
    }

    /** The value at a path of names within what was read. */
    static Object in(Object read, String... path) {
        var value = read;
        for (var name : path) {
            value = Optional.ofNullable(((Map<?, ?>) value).get(name)).orElseThrow();
        }
        return value;
    }

    /** The names in a section; none if the section is missing. */
    static Set<String> names(String text, String section) {
        var names = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) read(text).getOrDefault(section, Map.of()))
                .forEach((name, value) -> names.put((String) name, value));
        return names.keySet();
    }
}
