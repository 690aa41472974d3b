package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.FailureCode;
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
        call.entry().baselineVersion().ifPresent(engine.ports().history()::baseline);
        try {
            if (engine.runner().migrate(run -> {}).isEmpty()) {
                call.console().line("Nothing is pending.");
            }
        } catch (MigrationException failure) {
            if (!failure.code().equals(FailureCode.UNREACHABLE.code())) {
                call.showHistory(engine.ports());
            }
            throw failure;
        }
        call.showHistory(engine.ports());
        return Map.of();
    }
}
