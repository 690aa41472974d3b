package io.github.dynamodbmigrations.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassesJarTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void isTheSameForTheSameFilesAndAnotherForOthers() throws IOException {
        var file = Files.createDirectories(directory.resolve("classes/a")).resolve("A.class");
        Files.writeString(file, "first");
        var jar = directory.resolve("first.jar");
        ClassesJar.of(directory.resolve("classes")).writeTo(jar);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
        assertTrue(ClassesJar.of(directory.resolve("classes")).equalsFile(jar), "its time is not in it");
        try (var zip = new ZipFile(jar.toFile())) {
            assertEquals(
                    java.util.List.of("a/A.class"),
                    zip.stream().map(ZipEntry::getName).toList());
        }
        Files.writeString(file, "other");
        assertFalse(ClassesJar.of(directory.resolve("classes")).equalsFile(jar));
    }
}
