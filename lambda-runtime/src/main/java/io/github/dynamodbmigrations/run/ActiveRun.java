package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.plan.MigrationDefinition;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.plan.TableFacts;
import java.util.Optional;

/**
 * A run that is under way.
 *
 * @param run as it was last recorded
 * @param plan its frozen plan
 * @param migration what it applies
 * @param table what is known of its table now; empty for a task that names none
 * @param sweeps how many further writing passes this attempt has begun
 * @param resumed whether this attempt goes on from an earlier one
 */
public record ActiveRun(
        Run run, RunPlan plan, MigrationDefinition migration, Optional<TableFacts> table, int sweeps, boolean resumed) {
    /** The pass that is being walked. */
    public int pass() {
        return run.pass();
    }

    /** Whether that pass only counts what is left. */
    public boolean isVerifying() {
        return Passes.isVerify(run.pass());
    }

    /** Whether it is a task, which has no passes. */
    public boolean isTask() {
        return migration.kind() == MigrationDefinition.Kind.TASK;
    }

    /** Class and version, for people. */
    public String where() {
        return migration.type().getSimpleName() + ", version " + plan.version();
    }

    /** The same run, as it was recorded since. */
    ActiveRun recorded(Run now) {
        return new ActiveRun(now, plan, migration, table, sweeps, resumed);
    }

    /** The same run as if it were in another pass. */
    public ActiveRun inPass(int pass) {
        return recorded(run.inPass(pass));
    }

    /** The same run in one more sweep. */
    ActiveRun swept(Run now) {
        return new ActiveRun(now, plan, migration, table, sweeps + 1, resumed);
    }
}
