package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import io.github.dynamodbmigrations.plan.TableFacts.Throughput;
import java.time.Duration;
import java.util.Map;

/**
 * What is asked of the engine.
 *
 * @param history where the history is kept
 * @param historyArn the ARN of its table
 * @param planner what is to run
 * @param tables names or ARNs by logical table; a logical table that is missing here has its own name
 * @param parameters values for migrations
 * @param given capacity units per second; 0 leaves them to the migration
 * @param maxRejected how many rejected items still let a run succeed
 * @param workers how many segments are walked at once
 * @param settleDelay the application's longest time from reading an item to writing it: a verify pass waits for it
 */
public record RunSettings(
        HistorySettings history,
        String historyArn,
        PlannerSettings planner,
        Map<String, String> tables,
        Map<String, String> parameters,
        Throughput given,
        long maxRejected,
        int workers,
        Duration settleDelay) {
    /** How many items of a page one worker has in flight. */
    public static final int ITEMS_IN_FLIGHT = 8;

    /** Copies the maps. */
    public RunSettings {
        tables = Map.copyOf(tables);
        parameters = Map.copyOf(parameters);
    }

    /** The same with another target. */
    RunSettings to(long version) {
        return new RunSettings(
                history, historyArn, planner.to(version), tables, parameters, given, maxRejected, workers, settleDelay);
    }

    /** The name or ARN of a logical table. */
    public String table(String logical) {
        return tables.getOrDefault(logical, logical);
    }
}
