package io.github.dynamodbmigrations.deployed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** An emitted application that is deployed with a few other numbers, since no test waits for as long as users do. */
public final class Variation {
    private final Path emitted;
    private final Map<String, String> edits = new LinkedHashMap<>();
    private final Map<String, byte[]> additions = new LinkedHashMap<>();

    private Variation(Path emitted) {
        this.emitted = emitted;
    }

    /** What was emitted at a moment of the project's life. */
    public static Path emitted(String moment) {
        return Path.of("moments", moment, "target", "dynamodb-migrations").toAbsolutePath();
    }

    public static Variation of(String moment) {
        return new Variation(emitted(moment));
    }

    /** Says another thing in place of one, wherever it stands. */
    public Variation with(String what, Object other) {
        edits.put(what, other.toString());
        return this;
    }

    /** Adds a file. */
    public Variation withFile(String path, byte[] content) {
        additions.put(path, content);
        return this;
    }

    /** Writes it; the answer is its root template. */
    public Path write(String name) {
        var copy = Path.of("target", "deployed", name).toAbsolutePath();
        edits.keySet().forEach(this::requireThere);
        each(file -> put(
                copy.resolve(emitted.relativize(file).toString()),
                isText(file)
                        ? edited(Files.readString(file)).getBytes(StandardCharsets.UTF_8)
                        : Files.readAllBytes(file)));
        additions.forEach((path, content) -> {
            try {
                put(copy.resolve(path), content);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        return copy.resolve("template.yaml");
    }

    private static void put(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private String edited(String text) {
        var result = text;
        for (var edit : edits.entrySet()) {
            result = result.replace(edit.getKey(), edit.getValue());
        }
        return result;
    }

    private void requireThere(String what) {
        var found = new boolean[1];
        each(file -> found[0] |= isText(file) && Files.readString(file).contains(what));
        if (!found[0]) {
            throw new AssertionError("nowhere in " + emitted + ": " + what);
        }
    }

    private static boolean isText(Path file) {
        return file.toString().endsWith(".yaml") || file.toString().endsWith(".asl.json");
    }

    /** Does something with a file. */
    @FunctionalInterface
    private interface Step {
        void take(Path file) throws IOException;
    }

    private void each(Step step) {
        try (Stream<Path> files = Files.walk(emitted)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                step.take(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
