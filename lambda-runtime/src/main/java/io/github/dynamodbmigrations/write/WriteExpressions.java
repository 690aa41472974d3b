package io.github.dynamodbmigrations.write;

import io.github.dynamodbmigrations.diff.Expectation;
import io.github.dynamodbmigrations.diff.ItemDiff;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.scan.KeySchema;
import io.github.dynamodbmigrations.scan.Placeholders;
import io.github.dynamodbmigrations.scan.Source;
import io.github.dynamodbmigrations.scan.SourceCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Words the writes of a run: every write of an original, in every mode, carries that it exists, that no rank of this run
 * or later has been applied (in an undo by the guard: that its guard is as it was read), that everything the migration looked at is as it was, and that the source still selects it.
 *
 * @param keys the table's keys
 * @param guard the run's guard
 * @param setsGuard whether writes also set it
 * @param source what selected the items
 */
public record WriteExpressions(KeySchema keys, RankGuard guard, boolean setsGuard, Source source) {
    /** The words of a run; of one that has a table. */
    public static WriteExpressions of(RunPlan plan) {
        return new WriteExpressions(
                plan.table().orElseThrow().keys(), RankGuard.of(plan), plan.guard() == GuardMode.ITEM, plan.source());
    }

    /** The expressions of a write of an original. */
    public Expressions of(ItemWrite write) {
        var placeholders = new Placeholders();
        var condition = condition(write.expectation(), placeholders);
        var update = write instanceof ItemWrite.Update change ? update(change.diff(), placeholders) : "";
        return new Expressions(condition, update, placeholders.names(), placeholders.values());
    }

    private String condition(Expectation expectation, Placeholders placeholders) {
        // The source first: its placeholders are the author's, and ours step aside.
        var selected = new SourceCondition(source, keys).ofKey(placeholders);
        var parts = new ArrayList<String>();
        parts.add("attribute_exists(" + placeholders.name(keys.partition()) + ")");
        if (guard.undone().isEmpty()) {
            var attribute = placeholders.name(guard.attribute());
            parts.add("(attribute_not_exists(" + attribute + ") OR " + attribute + " < "
                    + placeholders.value(guard.value()) + ")");
        } else if (!expectation.equal().containsKey(guard.attribute())) {
            throw new IllegalArgumentException("an undo expects the guard that was read");
        }
        new TreeMap<>(expectation.equal())
                .forEach((name, value) -> parts.add(placeholders.name(name) + " = " + placeholders.value(value)));
        new TreeSet<>(expectation.absent())
                .forEach(name -> parts.add("attribute_not_exists(" + placeholders.name(name) + ")"));
        parts.addAll(selected);
        return String.join(" AND ", parts);
    }

    private String update(ItemDiff diff, Placeholders placeholders) {
        var set = new ArrayList<String>();
        if (setsGuard) {
            set.add(placeholders.name(guard.attribute()) + " = " + placeholders.value(guard.value()));
        }
        new TreeMap<>(diff.set())
                .forEach((name, value) -> set.add(placeholders.name(name) + " = " + placeholders.value(value)));
        var removed =
                new TreeSet<>(diff.removed()).stream().map(placeholders::name).toList();
        return String.join(" ", clauses("SET", set), clauses("REMOVE", removed)).strip();
    }

    private static String clauses(String word, List<String> clauses) {
        return clauses.isEmpty() ? "" : word + " " + String.join(", ", clauses);
    }
}
