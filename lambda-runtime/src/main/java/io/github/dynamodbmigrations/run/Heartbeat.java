package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.history.LeaseKeeper;
import io.github.dynamodbmigrations.history.LockSettings;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Renews a lease from a thread of its own, as long as it is open. */
final class Heartbeat implements AutoCloseable {
    private final ScheduledExecutorService thread;
    private final LeaseKeeper lease;

    Heartbeat(LeaseKeeper lease, LockSettings settings) {
        this.lease = lease;
        // A beat that throws ends the beating, and the keeper says that the lock is lost.
        this.thread = Machine.every(settings.heartbeat().toMillis(), lease::beat);
    }

    /** The lease that is renewed. */
    LeaseKeeper lease() {
        return lease;
    }

    /** Returns when no renewal is under way any more. */
    @Override
    public void close() {
        thread.shutdown();
        var isInterrupted = false;
        while (true) {
            try {
                if (thread.awaitTermination(1, TimeUnit.SECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
