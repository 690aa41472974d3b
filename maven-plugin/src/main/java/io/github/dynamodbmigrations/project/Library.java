package io.github.dynamodbmigrations.project;

import java.nio.file.Path;

/**
 * A library that the module has at run time.
 *
 * @param groupId its group
 * @param artifactId its name in the group
 * @param version its version
 * @param file a jar, or the directory of classes of a module of the same build
 */
public record Library(String groupId, String artifactId, String version, Path file) {
    /** Its name as users write it in {@code excludes}. */
    public String id() {
        return groupId + ":" + artifactId;
    }
}
