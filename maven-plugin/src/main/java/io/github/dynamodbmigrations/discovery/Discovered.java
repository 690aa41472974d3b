package io.github.dynamodbmigrations.discovery;

import io.github.dynamodbmigrations.bytecode.ClassFile;
import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.Problem;
import java.util.List;
import java.util.Map;

/**
 * What was found.
 *
 * @param migrations in order of their versions; those that implement no kind are left out
 * @param problems all of them, warnings too: those of versions among each other, then those of each migration in order
 * @param reached by class name of a migration, the project classes that it reaches, itself included, in order of names
 */
public record Discovered(
        List<MigrationModel> migrations, List<Problem> problems, Map<String, List<ClassFile>> reached) {
    /** Copies the collections. */
    public Discovered {
        migrations = List.copyOf(migrations);
        problems = List.copyOf(problems);
        reached = Map.copyOf(reached);
    }

    /** Whether there is a problem that is more than a warning. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(it -> !it.code().isWarning());
    }
}
