package io.github.dynamodbmigrations.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.model.ProblemCode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeDirectoryTest {
    private static final long LARGEST = 250L * 1024 * 1024;
    private static final int JAVA_25 = 69;

    private final UserModule module;

    CodeDirectoryTest(@TempDir Path directory) throws IOException {
        module = new UserModule(directory);
        Files.createDirectories(module.classes());
    }

    @Test
    void findsNothingWrongWithAnOrdinaryModule() {
        assertEquals(List.of(), module.lines());
    }

    @Test
    void tellsJarsOfOneNameApartByTheirGroup() {
        module.has("com.one", "model", "1");
        module.has("com.two", "model", "1");
        module.has("com.two", "prices", "1");
        var files = module.code().files().files().keySet();
        assertTrue(files.containsAll(List.of("lib/com.one.model-1.jar", "lib/com.two.model-1.jar")), files.toString());
        assertTrue(files.contains("lib/prices-1.jar"), files.toString());
        assertFalse(files.contains("lib/model-1.jar"), files.toString());
    }

    @Test
    void refusesMoreThanLambdaTakes() throws IOException {
        module.includes = List.of("data/**");
        var jars = module.code().files().size();
        fill(LARGEST - jars);
        assertEquals(List.of(), module.lines());
        fill(LARGEST - jars + 1);
        assertEquals(List.of(ProblemCode.CODE_TOO_LARGE), module.codes());
        var line = module.lines().get(0);
        assertTrue(
                line.contains(
                        "code/ would hold 250.0 MB, and AWS Lambda takes 250.0 MB; its largest parts: data/prices "),
                line);
    }

    private void fill(long size) throws IOException {
        var file = Files.createDirectories(module.classes().resolve("data")).resolve("prices");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(size);
        }
    }

    @Test
    void warnsOfPatternsThatMatchNothing() throws IOException {
        Files.writeString(module.classes().resolve("rates.csv"), "1");
        module.includes = List.of("*.csv", "*.tsv");
        module.excludes = List.of("com.amazonaws:aws-lambda-java-c*", "org.example:*");
        assertTrue(module.code().files().files().containsKey("rates.csv"));
        var warnings = module.code().problems().stream()
                .filter(problem -> problem.code() == ProblemCode.MATCHES_NOTHING)
                .map(problem -> problem.what())
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "<excludes> has 'org.example:*', which matches no library",
                        "<includes> has '*.tsv', which matches no file"),
                warnings);
        assertTrue(module.codes().contains(ProblemCode.RUNTIME_MISMATCH), "what the engine needs was excluded");
    }

    @Test
    void refusesLibrariesThatTheRuntimeCannotLoad() {
        module.libraries.add(module.library("com.new", "prices", "1", "a/A.class", JAVA_25));
        assertTrue(
                module.lines()
                        .get(0)
                        .contains("com.new:prices 1 has classes of Java 25, and the Lambda runtime is java21"),
                module.lines().toString());
        module.runtime = "java25";
        assertEquals(List.of(), module.lines());
    }

    @Test
    void ignoresClassesForNewerRuntimes() {
        module.libraries.add(module.library("com.new", "prices", "1", "META-INF/versions/25/a/A.class", JAVA_25));
        assertEquals(List.of(), module.lines());
    }

    @Test
    void refusesAnSdkThatIsOlderThanOurs() {
        module.has(UserModule.SDK, "dynamodb", "2.41.9");
        assertEquals(List.of(ProblemCode.SDK_TOO_OLD), module.codes());
        assertTrue(
                module.lines().get(0).contains("software.amazon.awssdk:dynamodb 2.41.9"),
                module.lines().toString());
        module.has(UserModule.SDK, "dynamodb", "2.100.0");
        assertEquals(List.of(), module.lines());
    }

    @Test
    void refusesAnotherVersionOfTheRuntime() {
        module.has("io.github.dynamodbmigrations", "dynamodb-migrations-runtime", "0.2.0");
        assertEquals(List.of(ProblemCode.RUNTIME_MISMATCH), module.codes());
    }
}
