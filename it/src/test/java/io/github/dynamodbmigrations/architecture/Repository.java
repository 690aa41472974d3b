package io.github.dynamodbmigrations.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The working tree as git sees it: everything that is or would be committed. */
final class Repository {
    private static final Path ROOT = find(Path.of("").toAbsolutePath());

    private Repository() {}

    static Path root() {
        return ROOT;
    }

    /** Paths relative to the root, with forward slashes. */
    static List<String> files() {
        try {
            var git = new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard")
                    .directory(ROOT.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var out = git.inputReader(UTF_8)) {
                return out.lines()
                        .filter(file -> Files.isRegularFile(ROOT.resolve(file)))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tracked files whose name ends so. */
    static Stream<String> files(String... endings) {
        return files().stream().filter(file -> Stream.of(endings).anyMatch(file::endsWith));
    }

    static String text(String file) {
        try {
            return new String(Files.readAllBytes(ROOT.resolve(file)), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path find(Path start) {
        for (Path path = start; path != null; path = path.getParent()) {
            if (Files.isDirectory(path.resolve(".mvn"))) {
                return path;
            }
        }
        throw new IllegalStateException("no repository around " + start);
    }
}
