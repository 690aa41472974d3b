package io.github.dynamodbmigrations.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.segment.Deadline;
import java.util.function.BooleanSupplier;

/**
 * When a worker comes to an end: when its run has, or when its time is nearly over. Before its first page it risks more, so
 * that a function with a short time makes progress, too.
 */
final class WorkerDeadline implements Deadline {
    private static final int RESERVE_MILLIS = 60_000;
    private static final int LAST_RESERVE_MILLIS = 2_000;

    private final Context context;
    private volatile BooleanSupplier isRunOver = () -> false;
    private final int reserve;
    private volatile boolean hasPage;
    private volatile boolean hasWritten;

    WorkerDeadline(Context context) {
        this.context = context;
        this.reserve = Math.min(RESERVE_MILLIS, context.getRemainingTimeInMillis() / 3);
    }

    /** Comes to an end with a run, too. */
    void watch(BooleanSupplier isOver) {
        isRunOver = isOver;
    }

    /** Whether it has been allowed to write items, too: a page of which nothing changes does not show that. */
    boolean hasWritten() {
        return hasWritten;
    }

    /** A page was acknowledged. */
    void page(Tally page) {
        hasPage = true;
        if (page.updated() + page.deleted() > 0) {
            hasWritten = true;
        }
    }

    @Override
    public boolean isReached() {
        return isRunOver.getAsBoolean()
                || context.getRemainingTimeInMillis() < (hasPage ? reserve : LAST_RESERVE_MILLIS);
    }
}
