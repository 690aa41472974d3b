package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.plan.PlanStore;
import io.github.dynamodbmigrations.plan.RunPlan;

/** Frozen plans in a DynamoDB table. */
public final class DynamoPlanStore implements PlanStore {
    private final HistoryItems items;
    private final PlanCodec codec;

    /** In this table. */
    public DynamoPlanStore(HistoryItems items) {
        this.items = items;
        this.codec = new PlanCodec(items.codec());
    }

    @Override
    public RunPlan read(RunKey run) {
        return items.get(items.codec().key(run, HistoryItemCodec.PLAN_SORT))
                .map(codec::read)
                .orElseThrow(() -> new IllegalStateException("a run without a plan: " + run));
    }
}
