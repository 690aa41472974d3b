package io.github.dynamodbmigrations.launch;

import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.project.Project;
import io.github.dynamodbmigrations.sam.TableShape;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A database that a rehearsal may do with as it likes, in tables of its own. */
final class LocalDatabase {

    private final URI endpoint;
    private final Project project;
    private final LocalApi api;

    LocalDatabase(URI endpoint, Project project) {
        this.project = project;
        this.endpoint = endpoint;
        this.api = new LocalApi(endpoint);
    }

    /** Makes the tables anew, without a history, and loads the fixtures. */
    void fill(
            String historyTable,
            Map<String, TableShape> shapes,
            Path fixtures,
            Consumer<String> say,
            Consumer<String> warn) {
        var tables = new LocalTables(api, LocalDatabase::sleep);
        var files = FixtureFile.in(fixtures, project::shown);
        tables.drop(historyTable);
        shapes.forEach((name, shape) -> {
            tables.create(name, shape);
            var own = files.stream().filter(file -> file.table().equals(name)).toList();
            own.forEach(file -> say.accept(load(file, shape)));
            if (own.isEmpty()) {
                warn.accept("table " + name + " is empty, since there is no "
                        + project.shown(fixtures.resolve(name + FixtureForm.PLAIN.suffix())));
            }
        });
        files.stream()
                .filter(file -> !shapes.containsKey(file.table()))
                .forEach(file -> warn.accept("fixture of no migration's table, not loaded: " + file.shown()));
    }

    /** How it is reached; its tables have names of their own. */
    Connection connection(HistorySettings history, Set<String> tables) {
        var own = new HistorySettings(
                LocalTables.physicalName(history.table()),
                history.partitionKeyName(),
                history.sortKeyName(),
                history.partitionValue(),
                history.firstVersion());
        var names = tables.stream().collect(Collectors.toMap(name -> name, LocalTables::physicalName));
        return new Connection(own, Optional.of(LocalApi.REGION), Optional.empty(), Optional.of(endpoint), names);
    }

    /** What it is asked with: it takes any, and keeps the tables of each apart. */
    Map<String, String> credentials() {
        return Map.of("accessKeyId", LocalApi.ACCESS_KEY_ID, "secretAccessKey", LocalApi.ACCESS_KEY_ID);
    }

    private String load(FixtureFile file, TableShape shape) {
        var items =
                new FixtureLoader(api, LocalDatabase::sleep).load(file, LocalTables.physicalName(file.table()), shape);
        return "table %s holds %,d %s of %s"
                .formatted(file.table(), items, items == 1 ? "item" : "items", file.shown());
    }

    private static void sleep(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
