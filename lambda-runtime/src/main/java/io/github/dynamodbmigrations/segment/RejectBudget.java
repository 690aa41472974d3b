package io.github.dynamodbmigrations.segment;

import io.github.dynamodbmigrations.history.FailureCode;
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
    void count(long version, long ofPage) {
        var all = rejected.addAndGet(ofPage);
        if (all > most) {
            throw FailureCode.TOO_MANY_REJECTED.exception(
                    "too many items rejected: version " + version + ". " + all + " rejected, maxRejected " + most
                            + ". Correct the items or the migration and run it again, or raise <maxRejected>.");
        }
    }
}
