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
 * @param sharing how many workers of the process share them
 */
public record Budgets(Budget reads, Budget writes, int sharing) {
    /** No bounds. */
    public static final Budgets UNLIMITED = new Budgets(Budget.UNLIMITED, Budget.UNLIMITED, 1);

    /**
     * A share of what a run may use, for one worker.
     *
     * @param units what all processes together may use per second
     * @param processes how many there are
     * @param surroundings clock and pause
     * @return the share
     */
    public static Budgets share(Throughput units, int processes, Surroundings surroundings) {
        return new Budgets(
                bucket("read budget", units.readUnits(), processes, surroundings),
                bucket("write budget", units.writeUnits(), processes, surroundings),
                1);
    }

    /** The same for several workers of this process. */
    public Budgets among(int workers) {
        return new Budgets(reads, writes, workers);
    }

    /** Lets all processes together use other units per second from now on. */
    void limit(Throughput units, int processes) {
        reads.limit(units.readUnits() / processes);
        writes.limit(units.writeUnits() / processes);
    }

    private static Budget bucket(String name, double unitsPerSecond, int processes, Surroundings surroundings) {
        return TokenBucket.share(name, unitsPerSecond, processes, surroundings.nanoTime(), surroundings.pause());
    }

    /** What workers wait for. */
    Optional<Waiting> waiting() {
        return writes.waiting().or(reads::waiting);
    }
}
