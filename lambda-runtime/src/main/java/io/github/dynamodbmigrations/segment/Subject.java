package io.github.dynamodbmigrations.segment;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.judge.Judge;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.write.RankGuard;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What both kinds of pass know of their run. */
record Subject(RunPlan plan, Judge judge, RankGuard guard) {
    Subject(RunPlan plan, Judge judge) {
        this(plan, judge, RankGuard.of(plan));
    }

    ItemKey keyOf(Map<String, AttributeValue> image) {
        return ItemKey.of(image, plan.table().orElseThrow().keys());
    }

    /**
     * Whether it cannot be known if the item was migrated: after the first pass, an item without a guard was either
     * inserted or lost it.
     */
    boolean isUnproven(SegmentPass where, Map<String, AttributeValue> image) {
        return plan.guard() == GuardMode.ITEM
                && where.pass() > 1
                && guard.in(image) == RankGuard.State.UNGUARDED
                && !plan.writers().updateOnly();
    }

    MigrationException superseded() {
        return FailureCode.SUPERSEDED.exception(
                "run was left behind: version " + plan.version() + ", rank " + plan.rank()
                        + ". An item carries a later rank of the same history. Look at `mvn dynamodb-migrations:info`; if no"
                        + " later run is RUNNING, run this version again.");
    }
}
