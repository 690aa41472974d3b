package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.history.History;
import java.util.Map;

/** Applies what is pending. */
final class MigrateGoal implements Goal {
    @Override
    public Map<String, String> run(GoalCall call) {
        if (!call.entry().isVerified()) {
            call.signature().requireReason("migrate with verify=off");
            call.console()
                    .warning(
                            "verify=off: runs are recorded SUCCEEDED without the pass that finds out whether anything is"
                                    + " left to change. The history keeps that, and info shows it. Make up for it with"
                                    + " dynamodb-migrations:verify.");
        }
        var engine = call.engine();
        call.entry()
                .baselineVersion()
                .ifPresent(version -> honour(version, engine.ports().history(), call.console()));
        call.showingHistory(engine.ports(), () -> {
            if (engine.runner().migrate(run -> {}).isEmpty()) {
                call.console().line("Nothing is pending.");
            }
        });
        return Map.of();
    }

    private static void honour(long version, History history, Console console) {
        var before = history.open().baseline();
        var now = history.baseline(version).baseline();
        if (now != before) {
            console.line("versions up to " + now + " count as applied and start nothing, as BaselineVersion says");
        }
    }
}
