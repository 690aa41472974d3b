package io.github.dynamodbmigrations.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.model.ProjectModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole applications, byte for byte. After a wanted change, write them anew and read the difference:
 * {@code mvn test -pl sam-templates -Dtest=GoldenTest -Dgolden.write=true}.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    @ParameterizedTest
    @ValueSource(strings = {"shop", "empty", "patient", "unequal"})
    void rendersTheWholeApplication(String name) throws IOException {
        var rendering = SamApplication.render(project(name));
        assertEquals(List.of(), rendering.problems());
        var directory = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            write(rendering, directory);
        }
        assertEquals(
                String.join("\n", files(directory).keySet()),
                String.join("\n", rendering.files().keySet()));
        files(directory)
                .forEach((path, text) -> assertEquals(text, rendering.files().get(path), path));
    }

    private static ProjectModel project(String name) {
        return switch (name) {
            case "shop" -> Projects.shop();
            case "empty" -> Projects.of();
            case "unequal" -> Projects.unequal();
            default -> Projects.patient();
        };
    }

    private static void write(Rendering rendering, Path directory) throws IOException {
        for (var path : files(directory).keySet()) {
            Files.delete(directory.resolve(path));
        }
        for (var file : rendering.files().entrySet()) {
            var path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static SortedMap<String, String> files(Path directory) throws IOException {
        var files = new TreeMap<String, String>();
        if (Files.exists(directory)) {
            try (var paths = Files.walk(directory)) {
                paths.filter(Files::isRegularFile)
                        .forEach(path ->
                                files.put(directory.relativize(path).toString().replace('\\', '/'), read(path)));
            }
        }
        return files;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
