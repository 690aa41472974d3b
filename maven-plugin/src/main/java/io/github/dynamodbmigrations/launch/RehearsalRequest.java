package io.github.dynamodbmigrations.launch;

import io.github.dynamodbmigrations.bundle.BundleRequest;
import io.github.dynamodbmigrations.history.HistorySettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What {@code rehearse} is asked for.
 *
 * @param bundle which migrations, and what goes with them
 * @param history where the history is
 * @param engine further settings of the engine
 * @param template the project's template, if it has one
 * @param fixtures the directory of fixtures, which need not exist
 * @param tables by logical table, what the template calls it where that differs
 * @param endpoint a database to use, or empty to start DynamoDB Local
 * @param localFiles the files of DynamoDB Local, asked for only if it is started
 */
public record RehearsalRequest(
        BundleRequest bundle,
        HistorySettings history,
        EngineSettings engine,
        Optional<Path> template,
        Path fixtures,
        Map<String, String> tables,
        Optional<URI> endpoint,
        Supplier<List<Path>> localFiles) {
    /** Where a rehearsal keeps its files. */
    Path directory() {
        return bundle.project().target().resolve("dynamodb-migrations-rehearsal");
    }
}
