package io.github.dynamodbmigrations.plan;

import java.util.Optional;

/**
 * What is asked of a planner.
 *
 * @param target the version to reach; empty for the latest
 * @param emitFrom versions below it are left out: they must have been applied, and their classes may be gone
 * @param outOfOrder whether a pending version below an applied one may run
 * @param ignoreMissing whether applied versions may lack a class
 * @param failOnDrift whether changed code of an applied version is a problem, not a warning
 */
public record PlannerSettings(
        Optional<Long> target, long emitFrom, boolean outOfOrder, boolean ignoreMissing, boolean failOnDrift) {
    /** Everything that is pending, and nothing unusual allowed. */
    public static final PlannerSettings DEFAULT = new PlannerSettings(Optional.empty(), 0, false, false, false);

    /** The same with a target. */
    public PlannerSettings to(long version) {
        return new PlannerSettings(Optional.of(version), emitFrom, outOfOrder, ignoreMissing, failOnDrift);
    }
}
