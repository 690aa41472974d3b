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
 * @param concurrency how many items of a page are in flight
 * @param pause how to wait before a further try
 * @param random spreads the tries
 * @param pageItems how many items a page looks at, at most: after a crash that many are looked at again
 */
public record Pace(
        Budget reads, Budget writes, Concurrency concurrency, Pause pause, RandomGenerator random, int pageItems) {
    /** A page that is small enough to be repeated and large enough to be worth a checkpoint. */
    public static final int PAGE_ITEMS = 250;
}
