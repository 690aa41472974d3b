package io.github.dynamodbmigrations.launch;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.sam.TableShape;
import io.github.dynamodbmigrations.throttle.Pause;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Runs a project's migrations against a local DynamoDB that holds its fixtures. */
public final class Rehearsal {
    static final String ACCESS_KEY_ID = "rehearsal";
    static final String REGION = "us-east-1";

    private final RehearsalRequest request;
    private final Consumer<String> say;
    private final PrintStream out;
    private final Pause pause;

    /**
     * Prepares a rehearsal.
     *
     * @param request what to rehearse
     * @param say takes lines of what is going on
     * @param out where the engine prints
     * @param pause waits
     */
    public Rehearsal(RehearsalRequest request, Consumer<String> say, PrintStream out, Pause pause) {
        this.request = request;
        this.say = say;
        this.out = out;
        this.pause = pause;
    }

    /**
     * Runs it.
     *
     * @throws MigrationException if anything fails, in one line
     */
    public void run() {
        var shapes = new TableShapes(request.template(), request.fixtures(), request.resources()).of(request.tables());
        if (request.endpoint().isPresent()) {
            var endpoint = request.endpoint().get();
            say.accept("uses the database at " + endpoint + "; tables rehearsal-* are made anew there and stay");
            rehearse(endpoint, shapes);
        } else {
            var log = request.directory().resolve("dynamodb-local.log");
            try (var local = DynamoDbLocal.start(request.localFiles().get(), log, "rehearsal-" + UUID.randomUUID())) {
                say.accept("DynamoDB Local runs at " + local.endpoint() + " in memory; its port is open on all network"
                        + " interfaces until the rehearsal ends");
                rehearse(local.endpoint(), shapes);
            }
            say.accept("output of DynamoDB Local: " + log);
        }
        say.accept("code that was rehearsed: " + request.code());
    }

    private void rehearse(URI endpoint, Map<String, TableShape> shapes) {
        var api = new LocalApi(endpoint);
        var tables = new LocalTables(api, pause);
        var files = FixtureFile.in(request.fixtures());
        tables.drop(request.historyTable());
        shapes.forEach((name, shape) -> {
            tables.create(name, shape);
            load(
                    name,
                    shape,
                    files.stream().filter(file -> file.table().equals(name)).toList(),
                    api);
        });
        files.stream()
                .filter(file -> !shapes.containsKey(file.table()))
                .forEach(file -> say.accept("fixture of no migration's table, not loaded: " + file.file()));
        var result = new IsolatedEngine(request.code()).run(settings(endpoint), out);
        var failure = result.get("failure");
        if (failure != null) {
            var code = failure.split(" ", 2);
            throw new MigrationException(code[0], code.length > 1 ? code[1] : "");
        }
    }

    private void load(String name, TableShape shape, List<FixtureFile> files, LocalApi api) {
        if (files.isEmpty()) {
            Path expected = request.fixtures().resolve(name + FixtureForm.PLAIN.suffix());
            say.accept("table " + name + " is empty, since there is no " + expected);
        }
        for (var file : files) {
            var items = new FixtureLoader(api, pause).load(file, LocalTables.physicalName(name), shape);
            say.accept("table %s holds %,d items of %s".formatted(name, items, file.file()));
        }
    }

    private Map<String, String> settings(URI endpoint) {
        var settings = new HashMap<>(request.settings());
        settings.put("goal", "rehearse");
        settings.put("endpoint", endpoint.toString());
        settings.put("region", REGION);
        settings.put("accessKeyId", ACCESS_KEY_ID);
        settings.put("secretAccessKey", ACCESS_KEY_ID);
        settings.put("historyTable", LocalTables.physicalName(request.historyTable()));
        request.tables().forEach(name -> settings.put("tables." + name, LocalTables.physicalName(name)));
        return settings;
    }
}
