package io.github.dynamodbmigrations.diff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The smallest change of top-level attributes that makes one image of another.
 *
 * @param set attributes to set, by name
 * @param removed attributes to remove
 */
public record ItemDiff(Map<String, AttributeValue> set, Set<String> removed) {
    /** Copies both. */
    public ItemDiff {
        set = Map.copyOf(set);
        removed = Set.copyOf(removed);
    }

    /**
     * Compares as DynamoDB does: values that it stores alike are no difference.
     *
     * @param from what is stored
     * @param to what is wanted
     * @return the difference
     */
    public static ItemDiff between(Map<String, AttributeValue> from, Map<String, AttributeValue> to) {
        var set = new HashMap<String, AttributeValue>();
        to.forEach((name, value) -> {
            var before = from.get(name);
            if (before == null || !AttributeEquality.areEqual(before, value)) {
                set.put(name, value);
            }
        });
        var removed = new HashSet<String>();
        from.keySet().forEach(name -> {
            if (!to.containsKey(name)) {
                removed.add(name);
            }
        });
        return new ItemDiff(set, removed);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return set.isEmpty() && removed.isEmpty();
    }

    /** The names of all attributes that it changes, in order. */
    public Set<String> names() {
        var names = new TreeSet<>(set.keySet());
        names.addAll(removed);
        return names;
    }

    /** This difference with one more attribute set. */
    public ItemDiff plus(String name, AttributeValue value) {
        var more = new TreeMap<>(set);
        more.put(name, value);
        var fewer = new TreeSet<>(removed);
        fewer.remove(name);
        return new ItemDiff(more, fewer);
    }

    /** An image after it. */
    public Map<String, AttributeValue> applyTo(Map<String, AttributeValue> image) {
        var changed = new HashMap<>(image);
        changed.keySet().removeAll(removed);
        changed.putAll(set);
        return changed;
    }

    /** Shows names only. */
    @Override
    public String toString() {
        return "set " + new TreeSet<>(set.keySet()) + " remove " + new TreeSet<>(removed);
    }
}
