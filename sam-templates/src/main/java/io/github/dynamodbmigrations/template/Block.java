package io.github.dynamodbmigrations.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named values in the order in which they are written; what every emitted file is made of. A value is a text, a whole
 * number, a boolean, a list of values, or a further block. Immutable.
 */
record Block(Map<String, Object> fields) {
    Block {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    static Block of() {
        return new Block(Map.of());
    }

    static Block of(String name, Object value) {
        return of().with(name, value);
    }

    /** This block and one more value at its end. */
    Block with(String name, Object value) {
        var extended = new LinkedHashMap<>(fields);
        if (extended.put(name, value) != null) {
            throw new IllegalArgumentException("written twice: " + name);
        }
        return new Block(extended);
    }

    /** This block and all values of another at its end. */
    Block with(Block more) {
        var extended = this;
        for (var field : more.fields.entrySet()) {
            extended = extended.with(field.getKey(), field.getValue());
        }
        return extended;
    }
}
