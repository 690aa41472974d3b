package io.github.dynamodbmigrations.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.discovery.TestProject;
import io.github.dynamodbmigrations.model.ProjectModel;
import io.github.dynamodbmigrations.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagerTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path directory = Path.of("");

    private final List<String> warnings = new ArrayList<>();
    private long emitFrom;
    private boolean runnerOnly;

    @Test
    void leavesWhatStaysAloneAndRemovesWhatIsStale() throws IOException {
        migrations(1);
        assertEquals("1 migration, version 1", run().get(0));
        var template = directory.resolve("target/dynamodb-migrations/template.yaml");
        Files.setLastModifiedTime(template, LONG_AGO);
        var stale = directory.resolve("target/dynamodb-migrations/v0009-gone/template.yaml");
        Files.createDirectories(directory.resolve("target/dynamodb-migrations/v0009-gone"));
        Files.writeString(stale, "stale");

        assertTrue(run().get(2).endsWith("(0 files written, 1 removed)"));
        assertEquals(LONG_AGO, Files.getLastModifiedTime(template));
        assertFalse(Files.exists(stale));
        assertTrue(run().get(2).endsWith("(unchanged)"));
    }

    @Test
    void countsOnlyWhatIsEmitted() {
        migrations(3);
        assertEquals("3 migrations, versions 1 to 3", run().get(0));
        emitFrom = 3;
        assertEquals("1 migration, version 3", run().get(0));
        emitFrom = 4;
        assertEquals("no migration, since emitFrom is 4", run().get(0));
    }

    @Test
    void warnsOfSlowDeploymentsFromFiveMigrationsOn() {
        migrations(5);
        emitFrom = 2;
        run();
        assertEquals(List.of(), warnings);
        emitFrom = 0;
        run();
        assertEquals(
                List.of(
                        "DM620 5 migrations are emitted, each as a nested stack that every deployment visits, about 3 minutes in"
                                + " all: target/dynamodb-migrations. Leave out what has been applied wherever you deploy, with"
                                + " <emitFrom>, which mvn dynamodb-migrations:info proposes."),
                warnings);
    }

    @Test
    void stopsWhereASourceHasNoClass() throws IOException {
        migrations(2);
        Files.delete(directory.resolve("target/classes/shop/V0002_Set.class"));
        var refusal = assertThrows(ProblemException.class, this::run);
        assertEquals(
                "DM505 1 migration has a source file and no class file, V0002_Set: target/classes. Run mvn package, which"
                        + " compiles first.",
                refusal.getMessage());
    }

    @Test
    void emitsCoreAndTheVersionMachineForAFunctionOfTheUser() throws IOException {
        runnerOnly = true;
        Files.createDirectories(directory.resolve("target/classes"));

        assertEquals("no migration: the version machine calls what the parameter RunnerFunction names", run().get(0));

        for (var file : List.of("template.yaml", "core/template.yaml", "versions/statemachine.asl.json")) {
            assertTrue(
                    Files.exists(directory.resolve("target/dynamodb-migrations").resolve(file)), file);
        }
        assertEquals(List.of(), warnings);
    }

    @Test
    void withoutAMigrationNothingIsEmittedUnlessAFunctionMigrates() throws IOException {
        Files.createDirectories(directory.resolve("target/classes"));

        assertEquals(List.of("nothing was emitted"), run());

        assertTrue(warnings.get(0).startsWith("DM506 "), warnings::toString);
        assertFalse(Files.exists(directory.resolve("target/dynamodb-migrations")));
    }

    @Test
    void refusesMigrationsBesideAFunction() {
        runnerOnly = true;
        migrations(1);
        var refusal = assertThrows(ProblemException.class, this::run);
        assertEquals(
                "DM501 runnerOnly is for modules without a migration, and version 1 is one: V0001_Set. Leave <runnerOnly>"
                        + " out, or move the migrations to a module of their own.",
                refusal.getMessage());
    }

    private void migrations(int count) {
        var project = new TestProject(directory);
        for (var version = 1; version <= count; version++) {
            project.migration(
                    "@Migration(version = " + version + ", table = \"Shop\")",
                    "V000" + version + "_Set",
                    "ItemMigration",
                    "public Change migrate(Item item, RunContext run) { return Change.keep(); }");
        }
        project.compile();
    }

    private List<String> run() {
        var settings = new ProjectModel.Settings(
                "java21", "shop-migrations", "pk", "sk", "_migration", 0, emitFrom, Map.of(), Duration.ofMinutes(55));
        return Packager.run(
                new PackageRequest(
                        new UserModule(directory).request(),
                        settings,
                        "0.1.0",
                        false,
                        runnerOnly,
                        Optional.empty(),
                        "default"),
                problem -> warnings.add(problem.line()));
    }
}
