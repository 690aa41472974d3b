package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.write.ItemWrite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The first few different kinds of write and reject of a run: names of attributes, and values only where they are wanted.
 * Safe for use by several threads.
 */
final class Samples {
    private static final int MOST = 3;

    private final boolean showsValues;
    private final Map<String, String> byShape = new LinkedHashMap<>();

    Samples(boolean showsValues) {
        this.showsValues = showsValues;
    }

    synchronized void add(ItemWrite write) {
        if (byShape.size() < MOST) {
            var shape = write.toString();
            byShape.computeIfAbsent(shape, absent -> shape(write) + (showsValues ? values(write) : ""));
        }
    }

    synchronized void add(ItemKey key, Objection objection) {
        if (byShape.size() < MOST) {
            // Only the author's own reason may hold item data.
            var isOurs = objection.code() != RejectCode.REJECTED_BY_MIGRATION;
            var shape = "reject " + objection.code().code() + (isOurs || showsValues ? ": " + objection.reason() : "");
            byShape.computeIfAbsent(shape, absent -> shape + (showsValues ? ", key " + text(key.attributes()) : ""));
        }
    }

    /** The samples so far, and begins anew. */
    synchronized List<String> take() {
        var taken = List.copyOf(byShape.values());
        byShape.clear();
        return taken;
    }

    private static String shape(ItemWrite write) {
        var parts = new ArrayList<String>();
        if (write instanceof ItemWrite.Update update) {
            parts.add("update");
            var set = update.diff().set().keySet().stream().sorted().toList();
            var removed = update.diff().removed().stream().sorted().toList();
            if (!set.isEmpty()) {
                parts.add("set " + String.join(", ", set));
            }
            if (!removed.isEmpty()) {
                parts.add("remove " + String.join(", ", removed));
            }
        } else {
            parts.add("delete");
        }
        if (!write.puts().isEmpty()) {
            parts.add("put " + write.puts().size());
        }
        return "e.g. " + String.join("; ", parts);
    }

    private static String values(ItemWrite write) {
        var set = write instanceof ItemWrite.Update update
                ? ", set " + text(update.diff().set())
                : "";
        return " (key " + text(write.key().attributes()) + set + ")";
    }

    private static String text(Map<String, AttributeValue> values) {
        return new TreeMap<>(values).toString();
    }
}
