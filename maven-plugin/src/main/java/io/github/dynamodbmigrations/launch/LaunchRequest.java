package io.github.dynamodbmigrations.launch;

import io.github.dynamodbmigrations.bundle.BundleRequest;
import io.github.dynamodbmigrations.connection.Confirmation;
import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a goal asks of the engine, on tables that matter.
 *
 * @param goal the goal, as the engine knows it
 * @param bundle which migrations, and what goes with them
 * @param connection where the history and the tables are
 * @param confirmation the user's word, for a goal that writes
 * @param planner what the migrations are compared with the history by before anything starts; empty if they are not
 * @param baseline the version that a history begins with that has not begun, if one is to be honoured
 * @param settings further settings of the engine
 * @param commandLine what was typed, which also goes on where this ends
 */
public record LaunchRequest(
        String goal,
        BundleRequest bundle,
        Connection connection,
        Optional<Confirmation> confirmation,
        Optional<PlannerSettings> planner,
        Optional<Long> baseline,
        Map<String, String> settings,
        String commandLine) {
    /** Whether versions are taken back, and not applied. */
    boolean isUndo() {
        return goal.equals("undo");
    }

    /** Where the code that runs is put together. */
    Path code() {
        return bundle.project().target().resolve("dynamodb-migrations-run").resolve("code");
    }
}
