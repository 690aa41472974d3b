package io.github.dynamodbmigrations.engine;

import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.scan.PageSource;
import io.github.dynamodbmigrations.throttle.Concurrency;
import io.github.dynamodbmigrations.write.ItemWriter;

/** Reaches the items of a run's table. */
public interface ItemAccess {
    /**
     * Where the run's items come from.
     *
     * @param plan the run's plan
     * @param concurrency how many items may be read at once
     * @return the source
     */
    PageSource source(RunPlan plan, Concurrency concurrency);

    /**
     * How the run's items are written.
     *
     * @param plan the run's plan
     * @return the writer
     */
    ItemWriter writer(RunPlan plan);
}
