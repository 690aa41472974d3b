package io.github.dynamodbmigrations.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.MigrationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolatedEngineTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void seesOnlyItsOwnFilesAndTheJdk() throws IOException {
        compileEntry("""
                out.println(DirectEntry.class.getClassLoader().getName() + " " + isThere("java.sql.Connection"));
                out.println(isThere("org.junit.jupiter.api.Test") + " " + isThere("org.objectweb.asm.ClassReader"));
                out.println(Thread.currentThread().getContextClassLoader() == DirectEntry.class.getClassLoader());
                return Map.of("goal", settings.get("goal"));
                """);
        var printed = new ByteArrayOutputStream();
        var result = new IsolatedEngine(directory)
                .run(Map.of("goal", "rehearse"), new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertEquals(Map.of("goal", "rehearse"), result);
        assertEquals(
                "code true\nfalse false\ntrue\n",
                printed.toString(StandardCharsets.UTF_8).replace("\r", ""));
    }

    @Test
    void leavesTheThreadAndThreadsAsTheyWere() throws IOException {
        compileEntry("return Map.of();");
        var loader = Thread.currentThread().getContextClassLoader();
        var threads = Set.copyOf(Thread.getAllStackTraces().keySet());
        assertEquals(Map.of(), new IsolatedEngine(directory).run(Map.of(), System.out));
        assertSame(loader, Thread.currentThread().getContextClassLoader());
        assertTrue(threads.containsAll(Thread.getAllStackTraces().keySet()), "a thread was left behind");
    }

    @Test
    void handsOverCredentialsAndAStopAsTheyAreWhenAsked() throws IOException {
        compileEntry("""
                var before = stop.getAsBoolean();
                credentials.get();
                return Map.of("before", "" + before, "after", "" + stop.getAsBoolean(), "id", credentials.get().get("id"));
                """);
        var asked = new AtomicInteger();
        var result = new IsolatedEngine(directory)
                .run(Map.of(), System.out, () -> asked.get() > 0, () -> Map.of("id", "key-" + asked.incrementAndGet()));
        assertEquals(Map.of("before", "false", "after", "true", "id", "key-2"), result);
    }

    @Test
    void failsWithTheCodeAndTheLineOfTheEngine() throws IOException {
        compileEntry("return Map.of(\"failure\", \"DM302 the lock is held: by somebody. Wait.\");");
        var failure =
                assertThrows(MigrationException.class, () -> new IsolatedEngine(directory).run(Map.of(), System.out));
        assertEquals("DM302", failure.code());
        assertEquals("DM302 the lock is held: by somebody. Wait.", failure.getMessage());
    }

    @Test
    void namesTheClassThatIsMissingFromTheCode() throws IOException {
        compileEntry("throw new NoClassDefFoundError(\"shop/Prices\");");
        var loader = Thread.currentThread().getContextClassLoader();
        assertEquals(
                "DM529 engine ended with java.lang.NoClassDefFoundError: shop/Prices: " + directory
                        + ". If a class or file is missing there, add it with <includes>.",
                Refusals.of(() -> new IsolatedEngine(directory).run(Map.of(), System.out)));
        assertSame(loader, Thread.currentThread().getContextClassLoader());
    }

    @Test
    void quotesNothingOfWhatNobodyExpected() throws IOException {
        compileEntry("throw new IllegalStateException(\"an item's value\");");
        var failure = assertThrows(
                MigrationException.class,
                () -> new IsolatedEngine(directory).run(Map.of("goal", "migrate"), System.out));
        var message = String.valueOf(failure.getMessage());
        assertTrue(
                message.startsWith("DM499 unexpected error: goal migrate. java.lang.IllegalStateException at "),
                message);
        assertFalse(message.contains("value"), message);
    }

    @Test
    void saysThatTheEngineIsMissing() {
        var message = Refusals.of(() -> new IsolatedEngine(directory).run(Map.of(), System.out));
        assertTrue(message.contains("ClassNotFoundException: io.github.dynamodbmigrations.run.DirectEntry"), message);
    }

    private void compileEntry(String body) throws IOException {
        var source = directory.resolve("DirectEntry.java");
        Files.writeString(source, """
                package io.github.dynamodbmigrations.run;
                import java.io.PrintStream;
                import java.util.Map;
                public final class DirectEntry {
                    public static Map<String, String> run(Map<String, String> settings, PrintStream out,
                            java.util.function.BooleanSupplier stop,
                            java.util.function.Supplier<Map<String, String>> credentials) {
                        %s
                    }
                    static boolean isThere(String name) {
                        try {
                            Class.forName(name);
                            return true;
                        } catch (ClassNotFoundException e) {
                            return false;
                        }
                    }
                }
                """.formatted(body));
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        assertEquals(0, compiler.run(null, null, null, "-d", directory.toString(), source.toString()));
    }
}
