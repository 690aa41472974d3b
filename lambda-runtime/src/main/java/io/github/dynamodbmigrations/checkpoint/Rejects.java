package io.github.dynamodbmigrations.checkpoint;

import java.util.List;

/** The rejected items of a run, as they are kept. */
public interface Rejects {
    /**
     * How many there are: each item once, however often it was rejected.
     *
     * @param version the run's version
     * @param rank the run's rank
     * @return their number
     */
    long count(long version, long rank);

    /**
     * The first of them, in no particular order.
     *
     * @param version the run's version
     * @param rank the run's rank
     * @param most how many at most
     * @return them
     */
    List<RejectedItem> list(long version, long rank, int most);
}
