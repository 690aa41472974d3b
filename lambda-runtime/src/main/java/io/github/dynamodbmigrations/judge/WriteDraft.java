package io.github.dynamodbmigrations.judge;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.diff.Expectation;
import io.github.dynamodbmigrations.diff.ItemDiff;
import io.github.dynamodbmigrations.diff.ItemRules;
import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.Observation;
import io.github.dynamodbmigrations.diff.ObservedItem;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.scan.KeySchema;
import io.github.dynamodbmigrations.write.ItemWrite;
import io.github.dynamodbmigrations.write.WriteExpressions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes the write that a change asks for, or says why DynamoDB would not take it. */
final class WriteDraft {
    private final RunPlan plan;
    private final KeySchema keys;
    private final ItemRules rules;
    private final PutRules putRules;
    private final VersionRule version;
    private final WriteExpressions expressions;

    WriteDraft(RunPlan plan, KeySchema keys, ItemRules rules) {
        this.plan = plan;
        this.keys = keys;
        this.rules = rules;
        var hasMarkers = plan.guard() == GuardMode.LEDGER;
        var looksAtMarkers = hasMarkers && plan.undoing().isPresent();
        this.putRules = new PutRules(rules, keys, plan.guardAttribute(), hasMarkers ? 2 : 1, looksAtMarkers ? 1 : 0);
        this.version = new VersionRule(plan.writers().versionAttribute());
        this.expressions = WriteExpressions.of(plan);
    }

    Decision of(
            Map<String, AttributeValue> image,
            Map<String, AttributeValue> visible,
            ItemKey key,
            Change change,
            Observation observation) {
        var puts = Changes.puts(change);
        if (puts.stream().anyMatch(put -> ObservedItem.isObservedBy(observation, put))) {
            observation.noteAll();
        }
        var images = puts.stream().map(ObservedItem::imageOf).toList();
        var problem = version.check(visible).or(() -> putRules.check(images, visible, key));
        if (problem.isPresent()) {
            return new Decision.Reject(problem.get());
        }
        return change instanceof Change.Update update
                ? update(image, visible, key, update.item(), images, observation)
                : delete(image, visible, key, images, observation);
    }

    private Decision update(
            Map<String, AttributeValue> image,
            Map<String, AttributeValue> visible,
            ItemKey key,
            Item item,
            List<Map<String, AttributeValue>> puts,
            Observation observation) {
        var diff = ItemDiff.between(visible, ObservedItem.imageOf(item));
        if (diff.isEmpty() && puts.isEmpty()) {
            return Decision.Keep.KEEP;
        }
        var counted = version.count(diff, visible);
        var problem = untouchable(diff).or(() -> rules.check(counted.set(), counted.applyTo(visible)));
        if (problem.isPresent()) {
            return new Decision.Reject(problem.get());
        }
        if (!ObservedItem.isObservedBy(observation, item)) {
            // What is not made from the item read replaces all of it.
            observation.noteAll();
        }
        var names = observation.names(visible.keySet());
        names.addAll(diff.names());
        return fitting(image, names, expectation -> new ItemWrite.Update(key, counted, expectation, puts));
    }

    private Decision delete(
            Map<String, AttributeValue> image,
            Map<String, AttributeValue> visible,
            ItemKey key,
            List<Map<String, AttributeValue>> puts,
            Observation observation) {
        // It loses every attribute, so that it looks at every one.
        observation.noteAll();
        var names = observation.names(visible.keySet());
        names.addAll(plan.writers().attributes());
        return fitting(image, names, expectation -> new ItemWrite.Delete(key, expectation, puts));
    }

    /** What an update must leave alone. */
    private Optional<Objection> untouchable(ItemDiff diff) {
        var changed = diff.names();
        for (var name : keys.names()) {
            if (changed.contains(name)) {
                return Optional.of(new Objection(
                        RejectCode.KEY_CHANGED,
                        "key attribute '" + name
                                + "' changed; put() the item under its new key, and update or delete the original"));
            }
        }
        return changed.contains(plan.guardAttribute()) || version.isTouchedBy(changed)
                ? Optional.of(Objection.to(RejectCode.ENGINE_ATTRIBUTE))
                : Optional.empty();
    }

    /** Never compares less than was looked at, except by a version that every writer counts. */
    private Decision fitting(
            Map<String, AttributeValue> image, Set<String> names, Function<Expectation, ItemWrite> wording) {
        // The key is addressed, and the guard has a clause of its own unless an undo goes by it.
        keys.names().forEach(names::remove);
        names.remove(plan.guardAttribute());
        var always = new HashSet<>(version.names());
        expressions.guard().undone().ifPresent(undone -> always.add(plan.guardAttribute()));
        names.addAll(always);
        var write = wording.apply(Expectation.asRead(image, names));
        if (expressions.of(write).fit()) {
            return new Decision.Write(write);
        }
        var byVersion = wording.apply(Expectation.asRead(image, always));
        return !version.names().isEmpty() && expressions.of(byVersion).fit()
                ? new Decision.Write(byVersion)
                : new Decision.Reject(Objection.to(RejectCode.EXPRESSION_TOO_LARGE));
    }
}
