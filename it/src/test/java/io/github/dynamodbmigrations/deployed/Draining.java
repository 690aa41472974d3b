package io.github.dynamodbmigrations.deployed;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/** Lets an older version of the function write until a migration is well under way, as calls do that last long. */
final class Draining implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Customers customers;
    private final String older;
    private final String historyTable;
    private final int enough;
    private final Background watch;
    private volatile int olderBefore = -1;
    private volatile int newerBefore = -1;

    Draining(Customers customers, String older, String historyTable, int enough) {
        this.customers = customers;
        this.older = older;
        this.historyTable = historyTable;
        this.enough = enough;
        customers.useToo(older);
        this.watch = new Background("draining", PAUSE, this::look);
    }

    private void look() {
        if (olderBefore >= 0) {
            if (olderMeanwhile() > enough) {
                customers.useLiveOnly();
            }
        } else if (isMigrating()) {
            newerBefore = customers.throughLive();
            olderBefore = customers.through(older);
        }
    }

    private boolean isMigrating() {
        try {
            var run = Cloud.history(historyTable).latest(1);
            return run.isPresent()
                    && isBegun(Cloud.firstPass(historyTable, run.get().key()));
        } catch (SdkException | MigrationException notYet) {
            return false;
        }
    }

    private static boolean isBegun(List<Checkpoint> checkpoints) {
        return checkpoints.stream().anyMatch(checkpoint -> checkpoint.seq() > 0)
                && !checkpoints.stream().allMatch(Checkpoint::done);
    }

    /** Changes through the older version since the migration was seen at work. */
    int olderMeanwhile() {
        return olderBefore < 0 ? 0 : customers.through(older) - olderBefore;
    }

    /** Changes through the newer one since then. */
    int newerMeanwhile() {
        return newerBefore < 0 ? 0 : customers.throughLive() - newerBefore;
    }

    @Override
    public void close() {
        watch.close();
    }
}
