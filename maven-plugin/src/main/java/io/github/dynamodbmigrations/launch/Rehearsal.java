package io.github.dynamodbmigrations.launch;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.bundle.Bundle;
import io.github.dynamodbmigrations.bundle.Synchronizer;
import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.project.Project;
import io.github.dynamodbmigrations.sam.SamTemplate;
import io.github.dynamodbmigrations.sam.TableShape;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/** Runs a project's migrations against a local DynamoDB that holds its fixtures. */
public final class Rehearsal {
    private final RehearsalRequest request;
    private final Project project;
    private final Path code;
    private final Consumer<String> say;
    private final Consumer<String> warn;
    private final PrintStream out;

    /**
     * Prepares a rehearsal.
     *
     * @param request what to rehearse
     * @param say takes lines of what is going on
     * @param warn takes lines that should not be missed
     * @param out where the engine prints
     */
    public Rehearsal(RehearsalRequest request, Consumer<String> say, Consumer<String> warn, PrintStream out) {
        this.request = request;
        this.project = request.bundle().project();
        this.code = request.directory().resolve("code");
        this.say = say;
        this.warn = warn;
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @throws MigrationException if anything fails, in one line
     */
    public void run() {
        var bundle = FitToRun.read(request.bundle(), "rehearse", warn);
        if (bundle.migrations().isEmpty()) {
            warn.accept("NOTHING WAS REHEARSED: there is no migration in " + project.shown(project.classes()));
            return;
        }
        var shapes = shapes(bundle);
        Synchronizer.synchronize(code, bundle.code().files());
        if (request.endpoint().isPresent()) {
            var endpoint = request.endpoint().get();
            say.accept("uses the database at " + endpoint + "; its tables " + LocalTables.physicalName("*")
                    + " are made anew, and stay");
            rehearse(endpoint, shapes);
        } else {
            rehearseOnOwnProcess(shapes);
        }
        say.accept("the code that ran: " + project.shown(code));
    }

    private Map<String, TableShape> shapes(Bundle bundle) {
        var names = new TreeSet<String>();
        bundle.migrations().stream()
                .map(MigrationModel::table)
                .flatMap(Optional::stream)
                .forEach(names::add);
        var template = request.template().map(SamTemplate::read);
        return new TableShapes(template, request.fixtures(), request.tables()).of(names);
    }

    private void rehearseOnOwnProcess(Map<String, TableShape> shapes) {
        var log = request.directory().resolve("dynamodb-local.log");
        var files = request.localFiles().get();
        say.accept("DynamoDB Local comes from this build's repositories under Amazon's own licence, which asks for an"
                + " AWS account");
        try (var local = DynamoDbLocal.start(files, log, "rehearsal-" + UUID.randomUUID())) {
            say.accept("it runs at " + local.endpoint()
                    + ", in memory; until the rehearsal ends its port is open on all" + " network interfaces");
            rehearse(local.endpoint(), shapes);
        } finally {
            say.accept("its output: " + project.shown(log));
        }
    }

    private void rehearse(URI endpoint, Map<String, TableShape> shapes) {
        var database = new LocalDatabase(endpoint, project);
        database.fill(request.history().table(), shapes, request.fixtures(), say, warn);
        var settings = request.engine().texts();
        settings.put("goal", "rehearse");
        // All versions run here, those too whose stacks are not emitted any more.
        settings.put("emitFrom", "0");
        settings.putAll(database.connection(request.history(), shapes.keySet()).settings());
        settings.putAll(database.credentials());
        new IsolatedEngine(code).run(settings, out);
    }
}
