package io.github.dynamodbmigrations.integration;

import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.plan.RunPlan;
import java.time.Instant;
import java.util.Optional;

/** Plans that differ from others in one respect. */
public final class PlanVariant {
    private final RunPlan plan;
    private Instant startedAt;
    private Checksums checksums;
    private Optional<String> excludedPartitions;

    private PlanVariant(RunPlan plan) {
        this.plan = plan;
        this.startedAt = plan.startedAt();
        this.checksums = plan.checksums();
        this.excludedPartitions = plan.excludedPartitions();
    }

    /** Of other code. */
    public static RunPlan with(RunPlan plan, Checksums checksums) {
        var variant = new PlanVariant(plan);
        variant.checksums = checksums;
        return variant.get();
    }

    /** Of a run that started at another time. */
    public static RunPlan with(RunPlan plan, Instant startedAt) {
        var variant = new PlanVariant(plan);
        variant.startedAt = startedAt;
        return variant.get();
    }

    /** Of a run that does not know of its history's own items. */
    public static RunPlan withoutExclusion(RunPlan plan) {
        var variant = new PlanVariant(plan);
        variant.excludedPartitions = Optional.empty();
        return variant.get();
    }

    private RunPlan get() {
        return new RunPlan(
                plan.version(),
                plan.rank(),
                plan.undoing(),
                plan.leftBy(),
                plan.runId(),
                startedAt,
                plan.parameters(),
                plan.table(),
                plan.source(),
                plan.totalSegments(),
                plan.guard(),
                plan.guardAttribute(),
                plan.writers(),
                excludedPartitions,
                checksums,
                plan.maxRejected(),
                plan.guards());
    }
}
