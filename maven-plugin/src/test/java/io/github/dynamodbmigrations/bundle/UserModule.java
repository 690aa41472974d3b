package io.github.dynamodbmigrations.bundle;

import io.github.dynamodbmigrations.discovery.Discovered;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.project.Library;
import io.github.dynamodbmigrations.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A user's module in a temporary directory, with libraries that hold next to nothing. */
final class UserModule {
    static final String SDK = "software.amazon.awssdk";
    private static final int JAVA_17 = 61;

    final Path directory;
    final List<Library> engine = new ArrayList<>();
    final List<Library> libraries = new ArrayList<>();
    List<String> includes = List.of();
    List<String> excludes = List.of();
    String runtime = "java21";

    /** A module with all that the engine needs, in the versions that the engine has. */
    UserModule(Path directory) {
        this.directory = directory;
        need("io.github.dynamodbmigrations", "dynamodb-migrations-runtime", "0.1.0");
        need(SDK, "dynamodb", "2.41.10");
        need(SDK, "url-connection-client", "2.41.10");
        need("com.amazonaws", "aws-lambda-java-core", "1.4.0");
    }

    private void need(String group, String artifact, String version) {
        engine.add(library(group, artifact, version, "a/A.class", JAVA_17));
        libraries.add(library(group, artifact, version, "a/A.class", JAVA_17));
    }

    Path classes() {
        return directory.resolve("target/classes");
    }

    /** Replaces a library by another version of it, or adds it. */
    void has(String group, String artifact, String version) {
        libraries.removeIf(known -> known.id().equals(group + ":" + artifact));
        libraries.add(library(group, artifact, version, "a/A.class", JAVA_17));
    }

    /** A jar with one class file of a level. */
    Library library(String group, String artifact, String version, String entry, int level) {
        var file = directory.resolve("repository/" + group + "/" + artifact + "-" + version + ".jar");
        try {
            Files.createDirectories(directory.resolve("repository/" + group));
            try (var jar = new ZipOutputStream(Files.newOutputStream(file))) {
                jar.putNextEntry(new ZipEntry(entry));
                jar.write(new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, (byte) level});
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Library(group, artifact, version, file);
    }

    BundleRequest request() {
        var project = new Project(
                "shop",
                "shop-app",
                "jar",
                directory,
                directory.resolve("src/main/java"),
                directory.resolve("src/test/java"),
                List.of(directory.resolve("src/main/java")),
                classes(),
                directory.resolve("target"),
                List.copyOf(libraries));
        return new BundleRequest(project, List.of(), includes, excludes, List.copyOf(engine), runtime, 0);
    }

    CodeDirectory code() {
        return CodeDirectory.of(request(), new Discovered(List.of(), List.of(), Map.of()));
    }

    List<String> lines() {
        return code().problems().stream().map(Problem::line).toList();
    }

    List<ProblemCode> codes() {
        return code().problems().stream().map(Problem::code).toList();
    }
}
