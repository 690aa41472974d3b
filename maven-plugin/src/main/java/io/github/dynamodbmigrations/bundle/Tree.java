package io.github.dynamodbmigrations.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files below a directory. */
final class Tree {
    private Tree() {}

    /** By path relative to the directory, with slashes on every system; empty if there is no such directory. */
    static SortedMap<String, Path> of(Path directory) {
        var files = new TreeMap<String, Path>();
        if (Files.isDirectory(directory)) {
            try (var walk = Files.walk(directory)) {
                walk.filter(file -> !Files.isDirectory(file))
                        .forEach(file ->
                                files.put(directory.relativize(file).toString().replace('\\', '/'), file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }
}
