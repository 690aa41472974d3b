package io.github.dynamodbmigrations.checkpoint;

import io.github.dynamodbmigrations.scan.ItemKey;
import java.util.List;
import java.util.Optional;

/** The rejected items of a run, as they are kept. */
public interface Rejects {
    /**
     * How many of them are open: each item once, however often it was rejected.
     *
     * @param version the run's version
     * @param rank the run's rank
     * @return their number
     */
    long count(long version, long rank);

    /**
     * The first of those that are open, in no particular order.
     *
     * @param version the run's version
     * @param rank the run's rank
     * @param most how many at most
     * @return them
     */
    List<RejectedItem> list(long version, long rank, int most);

    /**
     * What was last said of an item, by whatever attempt.
     *
     * @param where any segment and pass of the run
     * @param key its key
     * @return it; empty if it was never rejected
     */
    Optional<RejectedItem> find(SegmentPass where, ItemKey key);

    /**
     * Closes an open one.
     *
     * @param item as it was read
     * @param how {@code RETRIED} or {@code WAIVED}
     * @param epoch the lock's epoch under which that is done
     * @param who who does it
     * @param why why
     * @throws io.github.dynamodbmigrations.MigrationException if it was rejected anew under a later epoch
     */
    void close(RejectedItem item, RejectedItem.State how, long epoch, String who, String why);
}
