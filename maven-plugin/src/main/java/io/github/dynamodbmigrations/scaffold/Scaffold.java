package io.github.dynamodbmigrations.scaffold;

import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import io.github.dynamodbmigrations.project.SourceMigrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Creates a migration: its class, its test, and once what the project needs to deploy. Never overwrites a file. */
public final class Scaffold {
    private final CreateRequest request;
    private final Map<Path, String> files = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private Scaffold(CreateRequest request) {
        this.request = request;
    }

    /**
     * Creates what is asked for.
     *
     * @throws ProblemException if something is missing, malformed or already there; nothing is written then
     */
    public static Created create(CreateRequest request) {
        return new Scaffold(request).create();
    }

    private Created create() {
        var project = request.project();
        if (project.packaging().equals("pom")) {
            throw new ProblemException(
                    ProblemCode.BAD_PARAMETER,
                    "a module with packaging pom has no classes",
                    project.artifactId(),
                    "Run create in the module that shall hold the migrations: -pl <module>.");
        }
        var migration = new Choices(request, SourceMigrations.in(project.sourceRoots())).decide();
        files.put(javaFile(project.sources(), migration, ""), MigrationSkeleton.of(migration));
        if (request.junit()) {
            files.put(javaFile(project.testSources(), migration, "Test"), TestSkeleton.of(migration));
        } else {
            notes.add("No test was written: org.junit.jupiter:junit-jupiter is not among the project's dependencies.");
        }
        new Deployment(request).addTo(files, notes);
        refuseToOverwrite();
        files.forEach(Scaffold::write);
        notes.add("Next: write the migration, then mvn package, then mvn dynamodb-migrations:rehearse.");
        return new Created(List.copyOf(files.keySet()), List.copyOf(notes));
    }

    private static Path javaFile(Path root, NewMigration migration, String suffix) {
        return root.resolve(migration.packageName().replace('.', '/'))
                .resolve(migration.className() + suffix + ".java");
    }

    private void refuseToOverwrite() {
        files.keySet().stream().filter(Files::exists).findFirst().ifPresent(file -> {
            throw new ProblemException(
                    ProblemCode.ALREADY_THERE,
                    "create overwrites nothing, and this file is there",
                    request.project().shown(file),
                    "Choose another name with -Dname or another version with -Dversion, or move the file away.");
        });
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
