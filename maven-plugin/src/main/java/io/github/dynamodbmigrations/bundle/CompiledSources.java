package io.github.dynamodbmigrations.bundle;

import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import io.github.dynamodbmigrations.project.Project;
import io.github.dynamodbmigrations.project.SourceMigration;
import io.github.dynamodbmigrations.project.SourceMigrations;
import java.nio.file.Files;

/** Sees to it that the class files are there of which the sources speak. */
public final class CompiledSources {
    private CompiledSources() {}

    /**
     * Stops if a migration has a source file and no class file.
     *
     * @throws ProblemException if so
     */
    public static void require(Project project, String goal) {
        var missing = SourceMigrations.withoutClassFile(project.sourceRoots(), project.classes()).stream()
                .filter(migration -> !Files.exists(
                        project.classes().resolve(migration.className().replace('.', '/') + ".class")))
                .map(SourceMigration::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.NOT_COMPILED,
                    (missing.size() == 1
                                    ? "1 migration has a source file and no class file, "
                                    : missing.size()
                                            + " migrations have a source file and no class file, the first is ")
                            + missing.get(0),
                    project.shown(project.classes()),
                    goal.equals("package")
                            ? "Run mvn package, which compiles first."
                            : "Run mvn package, or mvn process-classes dynamodb-migrations:" + goal + ".");
        }
    }
}
