package io.github.dynamodbmigrations.scan;

import java.util.ArrayList;
import java.util.List;

/** What selects an item, as a condition on the base item: it must hold when the item is swept, and when it is written. */
public final class SourceCondition {
    private SourceCondition() {}

    /**
     * The condition's parts, to be joined by AND. A query's partition of the table itself is not among them, since the
     * item is then addressed by it.
     *
     * @param source the source
     * @param tableKeys the table's keys, which every item has
     * @param placeholders fresh ones, to which names and values are added
     * @return the parts; empty if every item is selected
     */
    public static List<String> parts(Source source, KeySchema tableKeys, Placeholders placeholders) {
        var parts = new ArrayList<String>();
        if (!source.filter().isEmpty()) {
            parts.add(placeholders.filter(source.filter()));
        }
        source.index().ifPresent(index -> {
            for (var name : index.keys().names()) {
                if (source instanceof Source.Query query && query.partitionKey().equals(name)) {
                    parts.add(placeholders.name(name) + " = " + placeholders.value(query.partitionValue()));
                } else if (!tableKeys.names().contains(name)) {
                    parts.add("attribute_exists(" + placeholders.name(name) + ")");
                }
            }
        });
        return parts;
    }
}
