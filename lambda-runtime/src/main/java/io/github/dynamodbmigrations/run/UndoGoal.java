package io.github.dynamodbmigrations.run;

import java.util.Map;

/** Undoes what was applied above the target. */
final class UndoGoal implements Goal {
    @Override
    public Map<String, String> run(GoalCall call) {
        var engine = call.engine();
        call.showingHistory(engine.ports(), () -> {
            if (engine.runner().undo(call.entry().isDisjoint(), run -> {}).isEmpty()) {
                call.console().line("Nothing is to be undone.");
            }
        });
        return Map.of();
    }
}
