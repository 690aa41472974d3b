package io.github.dynamodbmigrations.segment;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.plan.RunPlan;
import java.util.concurrent.atomic.AtomicLong;

/** How many items the workers of this process may reject in one attempt before the run stops. */
public final class RejectBudget {
    private final long most;
    private final AtomicLong rejected = new AtomicLong();

    /**
     * A fresh budget.
     *
     * @param most how many rejected items are tolerated
     */
    public RejectBudget(long most) {
        this.most = most;
    }

    /** Counts the rejects of a page that has been finished and recorded. */
    void count(RunPlan plan, long ofPage) {
        var all = rejected.addAndGet(ofPage);
        if (all > most) {
            throw exceeded(plan, "version " + plan.version(), Long.toString(all));
        }
    }

    /**
     * Words that a run rejected more items than it may.
     *
     * @param plan its plan
     * @param where where that was
     * @param rejected how many they were
     * @return what to throw
     */
    public static MigrationException exceeded(RunPlan plan, String where, String rejected) {
        return FailureCode.TOO_MANY_REJECTED.exception(
                plan.direction() == Direction.DOWN
                        ? "too many items rejected: undo, " + where + ". " + rejected
                                + " rejected, and an undo leaves none as they are unless somebody says so. Correct the items"
                                + " or reverse, and run `mvn dynamodb-migrations:undo` again; or say that they stay as they"
                                + " are with `mvn dynamodb-migrations:repair -Ddynamodb-migrations.repair=rejects`, and run it"
                                + " again: applying the version again will not change these."
                        : "too many items rejected: " + where + ". " + rejected + " rejected, maxRejected "
                                + plan.maxRejected()
                                + ". Correct the items or the migration and run it again, or raise <maxRejected>.");
    }
}
