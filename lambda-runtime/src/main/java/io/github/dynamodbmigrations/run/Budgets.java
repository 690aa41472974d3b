package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.throttle.Budget;
import io.github.dynamodbmigrations.throttle.Waiting;
import java.util.Optional;

/**
 * The capacity that a run may use.
 *
 * @param reads for reads
 * @param writes for writes
 */
record Budgets(Budget reads, Budget writes) {
    /** What workers wait for. */
    Optional<Waiting> waiting() {
        return writes.waiting().or(reads::waiting);
    }
}
