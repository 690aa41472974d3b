package io.github.dynamodbmigrations.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dynamodbmigrations.model.MigrationModel.Kind;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SkeletonTest {
    private static final Map<String, String> KEYS = Map.of("id", "S", "place", "N", "digest", "B");

    private Path directory;

    @BeforeEach
    void begin(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void compilesUnderEveryWarningAndItsTestsAreRed(Kind kind) throws Exception {
        var migration =
                new NewMigration(MigrationName.of("AddEmail"), kind, 2, "com.acme", Optional.of("Customers"), KEYS);
        compile(List.of(
                write("V0002_AddEmail", MigrationSkeleton.of(migration)),
                write("V0002_AddEmailTest", TestSkeleton.of(migration))));

        try (var loader = new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, getClass().getClassLoader())) {
            var type = loader.loadClass("com.acme.V0002_AddEmailTest");
            var tests = Stream.of(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(org.junit.jupiter.api.Test.class))
                    .toList();
            assertEquals(kind == Kind.TASK ? 1 : kind == Kind.ITEM ? 2 : 3, tests.size());
            for (var test : tests) {
                var constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                test.setAccessible(true);
                var failure =
                        assertThrows(InvocationTargetException.class, () -> test.invoke(constructor.newInstance()));
                assertEquals(
                        UnsupportedOperationException.class,
                        failure.getTargetException().getClass());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void standsInTheUnnamedPackageToo(Kind kind) throws IOException {
        var migration = new NewMigration(MigrationName.of("AddEmail"), kind, 12345, "", Optional.of("Customers"), KEYS);
        compile(List.of(write("V12345_AddEmail", MigrationSkeleton.of(migration))));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name + ".java"), text);
    }

    private void compile(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var problems = new DiagnosticCollector<JavaFileObject>();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of(
                    "-Xlint:all", "-Xlint:-processing", "-Werror", "--release", "17", "-d", directory.toString());
            var sources = manager.getJavaFileObjectsFromPaths(files);
            compiler.getTask(null, manager, problems, options, null, sources).call();
        }
        assertEquals(List.of(), problems.getDiagnostics());
    }
}
