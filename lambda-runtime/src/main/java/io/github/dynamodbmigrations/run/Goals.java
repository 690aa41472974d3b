package io.github.dynamodbmigrations.run;

import java.util.Map;
import java.util.TreeMap;

/** The goals that the engine knows. */
final class Goals {
    private static final Map<String, Goal> BY_NAME = Map.ofEntries(
            Map.entry("baseline", new BaselineGoal()),
            Map.entry("migrate", new MigrateGoal()),
            Map.entry("rehearse", new RehearseGoal()),
            Map.entry("repair", new RepairGoal()),
            Map.entry("retry-failed", new RetryFailedGoal()),
            Map.entry("undo", new UndoGoal()),
            Map.entry("unlock", new UnlockGoal()),
            Map.entry("verify", new VerifyGoal()));

    private Goals() {}

    static Goal named(String name) {
        var goal = BY_NAME.get(name);
        if (goal == null) {
            throw new IllegalArgumentException(
                    "goal " + name + " is none of " + new TreeMap<>(BY_NAME).navigableKeySet());
        }
        return goal;
    }
}
