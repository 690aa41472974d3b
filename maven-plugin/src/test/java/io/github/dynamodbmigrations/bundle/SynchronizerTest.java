package io.github.dynamodbmigrations.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynchronizerTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    private Path output;
    private Path source;

    @BeforeEach
    void begin(@TempDir Path directory) throws IOException {
        output = directory.resolve("target/application");
        source = Files.writeString(directory.resolve("source"), "copied");
    }

    @Test
    void leavesWhatIsThereAloneWithItsTime() throws IOException {
        var wanted = FileSet.ofTexts(Map.of("a.yaml", "a", "b/c.yaml", "c"))
                .with(new FileSet(new TreeMap<>(Map.of("lib/d.jar", new Content.Copy(source)))));
        assertEquals(new Synchronizer.Outcome(3, 0), Synchronizer.synchronize(output, wanted));
        for (var file : Tree.of(output).values()) {
            Files.setLastModifiedTime(file, LONG_AGO);
        }

        assertEquals(new Synchronizer.Outcome(0, 0), Synchronizer.synchronize(output, wanted));
        for (var file : Tree.of(output).values()) {
            assertEquals(LONG_AGO, Files.getLastModifiedTime(file));
        }

        Files.writeString(source, "other!");
        assertEquals(new Synchronizer.Outcome(1, 0), Synchronizer.synchronize(output, wanted));
        assertEquals("other!", Files.readString(output.resolve("lib/d.jar")));
        assertEquals(LONG_AGO, Files.getLastModifiedTime(output.resolve("a.yaml")));
    }

    @Test
    void removesWhatDoesNotBelongThereAndWhatACrashLeft() throws IOException {
        Synchronizer.synchronize(output, FileSet.ofTexts(Map.of("a.yaml", "a", "old/b.yaml", "b")));
        Files.writeString(output.resolve(".a.yaml.half"), "half");

        assertEquals(
                new Synchronizer.Outcome(0, 2),
                Synchronizer.synchronize(output, FileSet.ofTexts(Map.of("a.yaml", "a"))));
        assertEquals(Set.of("a.yaml"), Tree.of(output).keySet());
        assertFalse(Files.exists(output.resolve("old")));
    }

    @Test
    void leavesNoDirectoryIfNothingIsWanted() throws IOException {
        Synchronizer.synchronize(output, FileSet.ofTexts(Map.of("a.yaml", "a")));
        assertEquals(new Synchronizer.Outcome(0, 1), Synchronizer.synchronize(output, FileSet.ofTexts(Map.of())));
        assertFalse(Files.exists(output));
    }
}
