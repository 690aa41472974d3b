package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.plan.RunLog;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Tells the workers of a run that its attempt has been ended by somebody else: they end their page and let go. Looked up
 * every two seconds, by whichever thread asks first.
 */
public final class RunWatch {
    /** After which a worker that had no segment when its run was ended takes none any more. */
    public static final Duration NOTICED_WITHIN = Duration.ofSeconds(3);

    private static final long EVERY_NANOS = Duration.ofSeconds(2).toNanos();

    private final RunLog runs;
    private final Run begun;
    private final LongSupplier nanoTime;
    private long looked;
    private boolean isOver;

    /**
     * Watches a run.
     *
     * @param runs where it is recorded
     * @param begun the run in the attempt that the workers belong to
     * @param nanoTime a monotonic clock
     */
    public RunWatch(RunLog runs, Run begun, LongSupplier nanoTime) {
        this.runs = runs;
        this.begun = begun;
        this.nanoTime = nanoTime;
        this.looked = nanoTime.getAsLong();
        this.isOver = begun.state() != RunState.RUNNING;
    }

    /** Whether the attempt has ended. */
    public synchronized boolean isOver() {
        var now = nanoTime.getAsLong();
        if (!isOver && now - looked >= EVERY_NANOS) {
            looked = now;
            isOver = runs.find(begun.key())
                    .filter(run -> run.state() == RunState.RUNNING
                            && run.attempt().uuid().equals(begun.attempt().uuid()))
                    .isEmpty();
        }
        return isOver;
    }
}
