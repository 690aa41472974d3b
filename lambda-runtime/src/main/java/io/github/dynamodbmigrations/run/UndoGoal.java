package io.github.dynamodbmigrations.run;

import java.util.Map;

/** Undoes what was applied above the target. */
final class UndoGoal implements Goal {
    @Override
    public Map<String, String> run(GoalCall call) {
        var engine = call.engine();
        try {
            if (engine.runner().undo(run -> {}).isEmpty()) {
                call.console().line("Nothing is to be undone.");
            }
        } finally {
            call.showHistory(engine.ports());
        }
        return Map.of();
    }
}
