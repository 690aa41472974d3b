package io.github.dynamodbmigrations.run;

import java.util.Map;

/** Applies what is pending. */
final class MigrateGoal implements Goal {
    @Override
    public Map<String, String> run(GoalCall call) {
        var engine = call.engine();
        try {
            if (engine.runner().migrate(run -> {}).isEmpty()) {
                call.console().line("Nothing is pending.");
            }
        } finally {
            call.showHistory(engine.ports());
        }
        return Map.of();
    }
}
