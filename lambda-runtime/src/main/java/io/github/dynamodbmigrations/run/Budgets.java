package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.plan.TableFacts.Throughput;
import io.github.dynamodbmigrations.throttle.Budget;
import io.github.dynamodbmigrations.throttle.TokenBucket;
import io.github.dynamodbmigrations.throttle.Waiting;
import java.util.Optional;

/**
 * The capacity that a process may use.
 *
 * @param reads for reads
 * @param writes for writes
 */
public record Budgets(Budget reads, Budget writes) {
    /**
     * A share of what a run may use.
     *
     * @param units what all processes together may use per second
     * @param processes how many there are
     * @param surroundings clock and pause
     * @return the share
     */
    public static Budgets share(Throughput units, int processes, Surroundings surroundings) {
        return new Budgets(
                bucket("read budget", units.readUnits(), processes, surroundings),
                bucket("write budget", units.writeUnits(), processes, surroundings));
    }

    private static Budget bucket(String name, double unitsPerSecond, int processes, Surroundings surroundings) {
        return TokenBucket.share(name, unitsPerSecond, processes, surroundings.nanoTime(), surroundings.pause());
    }

    /** What workers wait for. */
    Optional<Waiting> waiting() {
        return writes.waiting().or(reads::waiting);
    }
}
