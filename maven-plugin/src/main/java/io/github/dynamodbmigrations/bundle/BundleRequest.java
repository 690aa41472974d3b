package io.github.dynamodbmigrations.bundle;

import io.github.dynamodbmigrations.project.Library;
import io.github.dynamodbmigrations.project.Project;
import java.util.List;

/**
 * Which migrations to read, and what goes with them.
 *
 * @param project the module, with its libraries
 * @param scanDependencies patterns of libraries that are searched for migrations too, as {@code group:artifact}
 * @param includes patterns of further files below the module's classes
 * @param excludes patterns of libraries to leave out, as {@code group:artifact}
 * @param engine the libraries that this plugin itself runs with
 * @param runtime the Lambda runtime, such as {@code java25}
 * @param firstVersion the version of data that no migration has touched
 */
public record BundleRequest(
        Project project,
        List<String> scanDependencies,
        List<String> includes,
        List<String> excludes,
        List<Library> engine,
        String runtime,
        long firstVersion) {}
