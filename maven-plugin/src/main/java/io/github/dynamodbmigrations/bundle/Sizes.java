package io.github.dynamodbmigrations.bundle;

import java.util.Locale;
import java.util.stream.Collectors;

/** Sizes of files as people read them. */
final class Sizes {
    private static final double MEGABYTE = 1024.0 * 1024.0;
    private static final int PARTS = 5;

    private Sizes() {}

    static String of(long bytes) {
        return String.format(Locale.ROOT, bytes < MEGABYTE ? "%.2f MB" : "%.1f MB", bytes / MEGABYTE);
    }

    static String largest(FileSet files) {
        return files.largest(PARTS).stream()
                .map(file -> file.getKey() + " " + of(file.getValue().size()))
                .collect(Collectors.joining(", "));
    }
}
