package io.github.dynamodbmigrations.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints how long a large project takes; a time is no assertion on a machine that also does other things. */
final class DiscoverySpeedTest {
    private static final int MIGRATIONS = 200;
    private static final int OTHERS = 300;

    @Test
    void readsALargeProject(@TempDir Path directory) {
        var project = new TestProject(directory);
        for (int i = 1; i <= MIGRATIONS; i++) {
            project.migration(
                    "@Migration(version = " + i + ", table = \"T\")",
                    "V" + i + "_Split",
                    "ItemMigration",
                    "@Override public Change migrate(Item item, RunContext run) { var name = item.string(\"n\");"
                            + " return name.map(n -> new Class" + i + "().text(n)).map(n -> (Change) Change.update("
                            + "item.with(\"m\", n))).orElseGet(Change::keep); }");
        }
        for (int i = 1; i <= OTHERS; i++) {
            project.source(
                    "public class Class" + i + " { String text(Object o) { java.util.function.Supplier<String> s ="
                            + " () -> o + \"" + i + "\"; return s.get() + "
                            + (i % 50 == 0 ? "1" : "new Class" + (i + 1) + "().text(o)")
                            + "; } }");
        }
        project.compile();

        for (int round = 1; round <= 3; round++) {
            long start = System.nanoTime();
            var found = project.discover();
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.println("discovery of " + MIGRATIONS + " migrations among " + (MIGRATIONS + OTHERS)
                    + " classes, round " + round + ": " + millis + " ms");
            assertEquals(MIGRATIONS, found.migrations().size());
        }
    }
}
