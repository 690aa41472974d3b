package io.github.dynamodbmigrations.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.bundle.BundleRequest;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.launch.EngineSettings;
import io.github.dynamodbmigrations.launch.Rehearsal;
import io.github.dynamodbmigrations.launch.RehearsalRequest;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import io.github.dynamodbmigrations.project.Library;
import io.github.dynamodbmigrations.project.Project;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;

/** The quickstart's migrations, rehearsed in this JVM as the goal does it, on a database that is there already. */
@Execution(ExecutionMode.CONCURRENT)
@Isolated("looks at all threads of this process")
final class RehearsalTest {
    private static final Path QUICKSTART = Path.of("quickstart").toAbsolutePath();
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");
    private static final int ITEMS = 500;

    @TempDir
    Path directory = Path.of("");

    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void takeTheBeginningOfTheShop() throws IOException {
        var fixtures = Files.createDirectories(directory.resolve("fixtures"));
        try (var all = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(QUICKSTART.resolve("src/test/dynamodb/Shop.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            Files.write(fixtures.resolve("Shop.jsonl"), all.lines().limit(ITEMS).toList());
        }
        var classes = Files.createDirectories(directory.resolve("classes/shop/migrations"));
        try (var compiled = Files.list(Path.of("target/test-classes/shop/migrations"))) {
            for (var file : compiled.toList()) {
                Files.copy(file, classes.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void canBeRepeatedAndLeavesNothingRunning() {
        var loader = Thread.currentThread().getContextClassLoader();
        var printed = rehearse();
        assertTrue(printed.contains("History: version 4, SUCCEEDED"));
        assertTrue(printed.contains("V0002_SplitFullName: Split fullName into firstName and lastName (undo)"), printed);
        assertTrue(printed.lines().anyMatch(line -> line.matches(" +2 +2  UNDONE .*")), printed);
        var threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        var second = rehearse();
        assertEquals(
                6,
                printed.lines().filter(line -> line.contains("SUCCEEDED in ")).count());
        assertEquals(
                6,
                second.lines().filter(line -> line.contains("SUCCEEDED in ")).count(),
                "a second rehearsal begins with new tables and a new history");
        var left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !threads.contains(thread))
                .filter(thread -> !thread.getName().startsWith("HttpClient-"))
                .filter(RehearsalTest::livesOn)
                .map(Thread::getName)
                .toList();
        assertEquals(List.of(), left);
        assertSame(loader, Thread.currentThread().getContextClassLoader());
        assertTrue(said.contains("table Shop holds 500 items of fixtures/Shop.jsonl"), said.toString());
    }

    /** The SDK's threads end soon after their client, the JDK's keeper of idle connections after some seconds. */
    private static boolean livesOn(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(20).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return thread.isAlive();
    }

    private String rehearse() {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        new Rehearsal(request(), said::add, said::add, print).run();
        return out.toString(StandardCharsets.UTF_8);
    }

    private RehearsalRequest request() {
        var libraries = libraries();
        var project = new Project(
                "com.example",
                "shop",
                "jar",
                directory,
                directory.resolve("src"),
                directory.resolve("test"),
                List.of(),
                directory.resolve("classes"),
                directory.resolve("target"),
                libraries);
        return new RehearsalRequest(
                new BundleRequest(project, List.of(), List.of(), List.of(), libraries, "java25", 0),
                HistorySettings.of("shop-migrations"),
                new EngineSettings(PlannerSettings.DEFAULT, Map.of(), 0, 4, false, false),
                Optional.of(QUICKSTART.resolve("template.yaml")),
                directory.resolve("fixtures"),
                Map.of(),
                Optional.of(LocalDynamo.endpoint()),
                List::of);
    }

    /** What the quickstart has at run time, as far as it is on the class path of this test. */
    private static List<Library> libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .flatMap(file -> library(file).stream())
                .toList();
    }

    private static Optional<Library> library(Path file) {
        var text = file.toString().replace('\\', '/');
        if (text.contains("lambda-runtime/target/")) {
            return Optional.of(new Library("io.github.dynamodbmigrations", "dynamodb-migrations-runtime", "1", file));
        }
        var name = JAR.matcher(file.getFileName().toString());
        var group = text.contains("/awssdk/") ? "software.amazon.awssdk" : "com.amazonaws";
        return text.matches(".*/(awssdk|aws-lambda-java-core|reactive-streams|slf4j-api)/.*") && name.matches()
                ? Optional.of(new Library(group, name.group(1), name.group(2), file))
                : Optional.empty();
    }
}
