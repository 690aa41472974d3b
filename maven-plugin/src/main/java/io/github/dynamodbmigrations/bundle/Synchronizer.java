package io.github.dynamodbmigrations.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/**
 * Makes a directory hold exactly a set of files. A file that already holds its content is left alone with its time; each
 * other one appears whole, under its name, or not at all.
 */
public final class Synchronizer {
    private Synchronizer() {}

    /**
     * What had to be done.
     *
     * @param written files that were new or different
     * @param removed files that did not belong there
     */
    public record Outcome(int written, int removed) {}

    /** Makes it so. */
    public static Outcome synchronize(Path directory, FileSet wanted) {
        try {
            var written = 0;
            for (var file : wanted.files().entrySet()) {
                written += write(directory.resolve(file.getKey()), file.getValue()) ? 1 : 0;
            }
            return new Outcome(written, removeOthers(directory, wanted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean write(Path file, Content content) throws IOException {
        if (Files.isRegularFile(file) && content.equalsFile(file)) {
            return false;
        }
        Files.createDirectories(file.getParent());
        // Not a temporary file of the JDK's: those are readable by their owner only, and would stay so on Lambda.
        var half = file.resolveSibling("." + file.getFileName() + ".half");
        try {
            content.writeTo(half);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
        return true;
    }

    private static int removeOthers(Path directory, FileSet wanted) throws IOException {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        var removed = 0;
        for (var file : Tree.of(directory).entrySet()) {
            if (!wanted.files().containsKey(file.getKey())) {
                Files.delete(file.getValue());
                removed++;
            }
        }
        try (var walk = Files.walk(directory)) {
            for (var left : walk.filter(Files::isDirectory)
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                if (isEmpty(left)) {
                    Files.delete(left);
                }
            }
        }
        return removed;
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }
}
