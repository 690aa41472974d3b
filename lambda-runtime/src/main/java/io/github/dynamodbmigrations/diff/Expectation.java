package io.github.dynamodbmigrations.diff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What must still hold of an item when it is written: everything that the migration looked at is as it was.
 *
 * @param equal attributes that must have these values
 * @param absent attributes that must be missing
 */
public record Expectation(Map<String, AttributeValue> equal, Set<String> absent) {
    /** Copies both. */
    public Expectation {
        equal = Map.copyOf(equal);
        absent = Set.copyOf(absent);
    }

    /**
     * Expects attributes as an image shows them.
     *
     * @param image what was read
     * @param names the attributes that were looked at
     * @return the expectation
     */
    public static Expectation asRead(Map<String, AttributeValue> image, Set<String> names) {
        var equal = new HashMap<String, AttributeValue>();
        var absent = new HashSet<String>();
        for (var name : names) {
            var value = image.get(name);
            if (value == null) {
                absent.add(name);
            } else {
                equal.put(name, value);
            }
        }
        return new Expectation(equal, absent);
    }

    /** Whether an image meets it. */
    public boolean holdsIn(Map<String, AttributeValue> image) {
        return absent.stream().noneMatch(image::containsKey)
                && equal.entrySet().stream().allMatch(expected -> {
                    var value = image.get(expected.getKey());
                    return value != null && AttributeEquality.areEqual(expected.getValue(), value);
                });
    }

    /** Shows names only. */
    @Override
    public String toString() {
        return "as read " + new TreeSet<>(equal.keySet()) + " absent " + new TreeSet<>(absent);
    }
}
