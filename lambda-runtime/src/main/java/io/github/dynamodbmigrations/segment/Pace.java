package io.github.dynamodbmigrations.segment;

import io.github.dynamodbmigrations.throttle.Budget;
import io.github.dynamodbmigrations.throttle.Concurrency;
import io.github.dynamodbmigrations.throttle.Pause;
import java.util.random.RandomGenerator;

/**
 * How fast a worker may go.
 *
 * @param reads read capacity
 * @param writes write capacity
 * @param sharing how many workers share these two
 * @param concurrency how many items of a page are in flight
 * @param pause how to wait before a further try
 * @param random spreads the tries
 * @param pageItems how many items a page looks at, at most: after a crash that many are looked at again
 * @param gate holds it back
 */
public record Pace(
        Budget reads,
        Budget writes,
        int sharing,
        Concurrency concurrency,
        Pause pause,
        RandomGenerator random,
        int pageItems,
        Gate gate) {
    /** A page that is small enough to be repeated and large enough to be worth a checkpoint. */
    public static final int PAGE_ITEMS = 250;

    /** Of a worker that has its budgets to itself and that nobody holds back. */
    public Pace(
            Budget reads, Budget writes, Concurrency concurrency, Pause pause, RandomGenerator random, int pageItems) {
        this(reads, writes, 1, concurrency, pause, random, pageItems, Gate.OPEN);
    }

    /** The same for the worker of one segment. */
    Pace forSegment() {
        return new Pace(reads.forSegment(), writes.forSegment(), sharing, concurrency, pause, random, pageItems, gate);
    }
}
