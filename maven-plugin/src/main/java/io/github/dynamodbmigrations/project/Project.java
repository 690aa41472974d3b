package io.github.dynamodbmigrations.project;

import java.nio.file.Path;
import java.util.List;

/**
 * A module of the user's build.
 *
 * @param groupId its group
 * @param artifactId its name in the group
 * @param packaging such as {@code jar}
 * @param directory where its POM lies
 * @param sources the main source directory, in which new migrations are written
 * @param testSources the test source directory
 * @param sourceRoots all directories of main sources, generated ones too
 * @param classes where its main classes are compiled to
 * @param target where its build writes
 * @param libraries what it has at run time, in the order of the class path; empty for goals that need none
 */
public record Project(
        String groupId,
        String artifactId,
        String packaging,
        Path directory,
        Path sources,
        Path testSources,
        List<Path> sourceRoots,
        Path classes,
        Path target,
        List<Library> libraries) {
    /** Where the application is emitted. */
    public Path application() {
        return target.resolve("dynamodb-migrations");
    }

    /**
     * A file as users see it: relative to the module where it lies in it.
     *
     * @param file the file
     * @return its shortest name
     */
    public String shown(Path file) {
        return file.startsWith(directory) ? directory.relativize(file).toString() : file.toString();
    }
}
