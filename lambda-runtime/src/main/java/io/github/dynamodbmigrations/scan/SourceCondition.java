package io.github.dynamodbmigrations.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * What selects an item, as a condition on the base item: it must hold when the item is swept, and when it is written.
 *
 * @param source the source
 * @param tableKeys the table's keys, which every item has
 */
public record SourceCondition(Source source, KeySchema tableKeys) {
    /**
     * The condition where an item is addressed by its key: what the key itself says is not repeated, and could not be in
     * a query's filter.
     *
     * @param placeholders to which names and values are added; fresh, since the author's have their own
     * @return its parts, to be joined by AND; empty if every item is selected
     */
    public List<String> ofKey(Placeholders placeholders) {
        return parts(placeholders, false);
    }

    /**
     * The condition where all items are walked.
     *
     * @param placeholders to which names and values are added; fresh, since the author's have their own
     * @return its parts, to be joined by AND; empty if every item is selected
     */
    public List<String> ofTable(Placeholders placeholders) {
        return parts(placeholders, true);
    }

    private List<String> parts(Placeholders placeholders, boolean withKeys) {
        var parts = new ArrayList<String>();
        if (!source.filter().isEmpty()) {
            parts.add(placeholders.filter(source.filter()));
        }
        source.index().ifPresent(index -> {
            for (var name : index.keys().names()) {
                var isTableKey = tableKeys.names().contains(name);
                if (source instanceof Source.Query query && query.partitionKey().equals(name)) {
                    if (withKeys || !isTableKey) {
                        parts.add(placeholders.name(name) + " = " + placeholders.value(query.partitionValue()));
                    }
                } else if (!isTableKey) {
                    parts.add("attribute_exists(" + placeholders.name(name) + ")");
                }
            }
        });
        return parts;
    }
}
