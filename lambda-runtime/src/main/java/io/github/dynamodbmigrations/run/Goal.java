package io.github.dynamodbmigrations.run;

import java.util.Map;

/** What the engine does for one goal of a build tool. */
@FunctionalInterface
interface Goal {
    /**
     * Does it.
     *
     * @param call what it works with
     * @return what the caller is told beside what was printed; usually nothing
     * @throws io.github.dynamodbmigrations.MigrationException if it cannot be done
     */
    Map<String, String> run(GoalCall call);
}
