package io.github.dynamodbmigrations.launch;

import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import io.github.dynamodbmigrations.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Sees to it that what runs is what the sources say. */
final class StaleClasses {
    private static final String SOURCE = ".java";

    private StaleClasses() {}

    /**
     * Stops if a source file is newer than the class of its name.
     *
     * @param project the module
     * @param goal the goal that would run it
     * @throws ProblemException if so
     */
    static void refuse(Project project, String goal) {
        var stale = project.sourceRoots().stream()
                .flatMap(root -> newerThanTheirClasses(root, project.classes()).stream())
                .toList();
        if (!stale.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.STALE_CLASSES,
                    stale.size() + " source file(s) changed after the last compilation",
                    project.shown(stale.get(0)),
                    "Run mvn process-classes dynamodb-migrations:" + goal + ", which compiles first.");
        }
    }

    private static List<Path> newerThanTheirClasses(Path root, Path classes) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> sources = Files.walk(root)) {
            return sources.filter(file -> file.toString().endsWith(SOURCE))
                    .filter(source -> isNewer(source, classFile(root.relativize(source), classes)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path classFile(Path source, Path classes) {
        var name = source.getFileName().toString();
        return classes.resolve(source.toString())
                .resolveSibling(name.substring(0, name.length() - SOURCE.length()) + ".class");
    }

    private static boolean isNewer(Path source, Path classFile) {
        try {
            return Files.exists(classFile)
                    && Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(classFile)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
