package io.github.dynamodbmigrations.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.bytecode.ClassFile;
import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.MigrationModel.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiscoveryTest {
    private static final String KEEP =
            "@Override public Change migrate(Item item, RunContext run) { return Change.keep(); }";

    private final TestProject project;

    DiscoveryTest(@TempDir Path directory) {
        project = new TestProject(directory);
    }

    @Test
    void ordersMigrationsByVersion() {
        project.migration("@Migration(version = 10, table = \"Orders\")", "V10_Later", "ItemMigration", KEEP)
                .migration("@Migration(version = 9, table = \"Orders\")", "V9_Earlier", "ItemMigration", KEEP)
                .source("public class Unrelated {}")
                .compile();

        var found = project.discover();

        assertEquals(List.of(), found.problems());
        assertEquals(
                List.of("shop.V9_Earlier", "shop.V10_Later"),
                found.migrations().stream().map(MigrationModel::className).toList());
        assertEquals(Kind.ITEM, found.migrations().get(0).kind());
    }

    @Test
    void reachesClassesThroughEveryKindOfMention() {
        project.source("public class Unrelated { V1_Reach back; }")
                .source("public abstract class Base implements ItemMigration { Field field; }")
                .source("class Field {}")
                .source("class Made { Inner inner; class Inner {} }")
                .source("class Literal {}")
                .source("class ByHandle { static String of(Object o) { return \"\"; } }")
                .source(
                        "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) @interface Mark {}")
                .source("sealed interface Shape permits Circle {}")
                .source("record Circle(Radius radius) implements Shape {}")
                .source("class Radius {}")
                .source("@Mark @Migration(version = 1, table = \"T\") public class V1_Reach extends Base {"
                        + "@Override public Change migrate(Item item, RunContext run) { new Made();"
                        + "Object o = Literal.class; java.util.function.Function<Object, String> f = ByHandle::of;"
                        + "return o instanceof Shape ? Change.reject(f.apply(o)) : Change.keep(); } }")
                .compile();

        var reached = project.discover().reached().getOrDefault("shop.V1_Reach", List.of());

        assertEquals(
                "[shop.Base, shop.ByHandle, shop.Circle, shop.Field, shop.Literal, shop.Made, shop.Made$Inner,"
                        + " shop.Mark, shop.Radius, shop.Shape, shop.V1_Reach]",
                reached.stream().map(ClassFile::className).toList().toString());
        assertEquals(
                project.classes().resolve("shop/Base.class"),
                reached.get(0).file().orElseThrow());
    }

    @Test
    void findsMigrationsAndTheirSuperclassesInDirectoriesAndJars(@TempDir Path other) throws IOException {
        var library = new TestProject(other.resolve("library"))
                .source("package base; public abstract class Base implements TaskMigration {}")
                .compile();
        var sibling = new TestProject(other.resolve("sibling"))
                .library(library.classes())
                .migration("@Migration(version = 1, table = \"T\")", "V1_Sibling", "ItemMigration", KEEP)
                .compile();
        var own = project.library(library.classes())
                .source("@Migration(version = 2) public class V2_Own extends base.Base {"
                        + "@Override public void run(TaskContext task) {} }")
                .compile();

        for (Path root : List.of(sibling.classes(), jarOf(sibling))) {
            for (Path extended : List.of(library.classes(), jarOf(library))) {
                var found = Discovery.of(
                        new DiscoveryRequest(List.of(own.classes(), root), List.of(extended), own.directory(), 0, 61));

                assertEquals(List.of(), found.problems());
                assertEquals(
                        List.of(Kind.ITEM, Kind.TASK),
                        found.migrations().stream().map(MigrationModel::kind).toList());
                assertEquals(
                        Files.isDirectory(root),
                        found.reached()
                                .getOrDefault("shop.V1_Sibling", List.of())
                                .get(0)
                                .file()
                                .isPresent());
            }
        }
    }

    private static Path jarOf(TestProject project) throws IOException {
        var jar = project.directory().resolve("classes.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(project.classes())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(project.classes().relativize(file).toString()));
                out.write(Files.readAllBytes(file));
            }
        }
        return jar;
    }

    @Test
    void reachesNothingFromClassesThatNoMigrationMentions() throws IOException {
        project.migration("@Migration(version = 1, table = \"T\")", "V1_Split", "ItemMigration", KEEP)
                .compile();
        var before = project.discover();

        project.source("public class Unrelated { V1_Split mentioned; }").compile();

        assertEquals(before.migrations(), project.discover().migrations());
        assertEquals(
                1,
                project.discover()
                        .reached()
                        .getOrDefault("shop.V1_Split", List.of())
                        .size());
    }
}
