package io.github.dynamodbmigrations.scaffold;

import io.github.dynamodbmigrations.project.Project;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the user wants to have created; what is left empty is derived from the migrations that are there.
 *
 * @param project the module
 * @param root the directory of the whole build: the module's or one above
 * @param name what the migration does
 * @param kind {@code item}, {@code reversible} or {@code task}
 * @param table its logical table
 * @param version its version, a number
 * @param packageName its package
 * @param firstVersion the version of data that no migration has touched
 * @param junit whether the module's tests have JUnit 5
 * @param template the project's SAM template
 */
public record CreateRequest(
        Project project,
        Path root,
        Optional<String> name,
        String kind,
        Optional<String> table,
        Optional<String> version,
        Optional<String> packageName,
        long firstVersion,
        boolean junit,
        Optional<Path> template) {}
