package io.github.dynamodbmigrations.sam;

import java.util.Map;
import java.util.Optional;

/** Looks into the maps that a template consists of. */
final class Maps {
    private Maps() {}

    /** The map under a key, or an empty one. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> child(Map<String, Object> map, String key) {
        return map.get(key) instanceof Map<?, ?> child ? (Map<String, Object>) child : Map.of();
    }

    /** The text under a key. */
    static Optional<String> text(Map<String, Object> map, String key) {
        return map.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
