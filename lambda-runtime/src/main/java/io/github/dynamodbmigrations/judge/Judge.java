package io.github.dynamodbmigrations.judge;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.RunContext;
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
import io.github.dynamodbmigrations.write.RankGuard;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Says what becomes of an image, and proves it before anything is written: the function gives the same change twice, its
 * result settles (unless a guard is declared), DynamoDB would take it, and everything it looked at can be expected.
 * Without calls, and safe for use by several threads.
 */
public final class Judge {
    private final RunPlan plan;
    private final KeySchema keys;
    private final AuthorFunction function;
    private final Stops stops;
    private final WriteDraft draft;

    /**
     * A judge for a run.
     *
     * @param plan the run's plan; of a table
     * @param migration the author's object
     * @param context what it sees of the run
     * @param indexKeys the type of each attribute that is a key of an index of the table
     */
    public Judge(
            RunPlan plan, ItemMigration migration, RunContext context, Map<String, AttributeValue.Type> indexKeys) {
        this.plan = plan;
        this.keys = plan.table().orElseThrow().keys();
        this.function = AuthorFunction.of(migration, plan.direction(), context);
        this.stops = new Stops(plan, migration.getClass().getSimpleName());
        var guard = RankGuard.of(plan);
        var reserved = plan.guard() == GuardMode.ITEM ? guard.bytes() : 0;
        this.draft = new WriteDraft(plan, keys, new ItemRules(keys, indexKeys, reserved, plan.excludedPartitions()));
        if (plan.guard() == GuardMode.LEDGER
                && plan.writers().versionAttribute().isEmpty()) {
            throw stops.ledgerWithoutVersion();
        }
    }

    /**
     * Judges an image.
     *
     * @param image all attributes of the item as it is stored
     * @return what becomes of it
     * @throws io.github.dynamodbmigrations.MigrationException if the migration breaks a rule that every write relies on
     */
    public Decision judge(Map<String, AttributeValue> image) {
        var visible = visible(image);
        var key = ItemKey.of(visible, keys);
        var observation = new Observation();
        var first = Trial.of(function, ObservedItem.of(visible, observation));
        if (first instanceof Trial.Failed failed) {
            return new Decision.Reject(failed.objection());
        }
        var change = ((Trial.Gave) first).change();
        var second = Trial.of(function, ObservedItem.of(visible, observation));
        if (!(second instanceof Trial.Gave again) || !Changes.areEqual(change, again.change())) {
            throw stops.notDeterministic(key);
        }
        return decide(image, visible, key, change, observation);
    }

    private Map<String, AttributeValue> visible(Map<String, AttributeValue> image) {
        if (!image.containsKey(plan.guardAttribute())) {
            return Map.copyOf(image);
        }
        var visible = new HashMap<>(image);
        visible.remove(plan.guardAttribute());
        return Map.copyOf(visible);
    }

    private Decision decide(
            Map<String, AttributeValue> image,
            Map<String, AttributeValue> visible,
            ItemKey key,
            Change change,
            Observation observation) {
        if (change instanceof Change.Keep) {
            return Decision.Keep.KEEP;
        }
        if (change instanceof Change.Reject reject) {
            return new Decision.Reject(new Objection(RejectCode.REJECTED_BY_MIGRATION, reject.reason()));
        }
        if (change instanceof Change.Delete && !isDeleteProvable()) {
            throw stops.unprovableDelete(key);
        }
        var decision = draft.of(image, visible, key, change, observation);
        if (decision instanceof Decision.Write write && plan.guard() == GuardMode.NONE) {
            counterExample(visible, write.write()).ifPresent(what -> {
                throw stops.notSettling(key, what);
            });
        }
        return decision;
    }

    private Optional<String> counterExample(Map<String, AttributeValue> visible, ItemWrite write) {
        var settling = new Settling(function);
        if (write instanceof ItemWrite.Update update) {
            var counterExample = settling.counterExample(update.diff().applyTo(visible));
            if (counterExample.isPresent()) {
                return counterExample;
            }
        }
        return write.puts().stream()
                .flatMap(put -> settling.counterExample(put).stream())
                .findFirst();
    }

    private boolean isDeleteProvable() {
        var writers = plan.writers();
        return writers.versionAttribute().isPresent() || !writers.attributes().isEmpty() || writers.addNothing();
    }
}
