package io.github.dynamodbmigrations.integration.history;

import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.plan.RunPlan;

/** Plans that differ from others. */
final class Plans {
    private Plans() {}

    static RunPlan with(RunPlan plan, Checksums checksums) {
        return new RunPlan(
                plan.version(),
                plan.rank(),
                plan.direction(),
                plan.runId(),
                plan.startedAt(),
                plan.parameters(),
                plan.table(),
                plan.source(),
                plan.totalSegments(),
                plan.guard(),
                plan.guardAttribute(),
                plan.writers(),
                plan.excludedPartitions(),
                checksums,
                plan.maxRejected());
    }
}
