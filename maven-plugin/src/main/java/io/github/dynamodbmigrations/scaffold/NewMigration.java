package io.github.dynamodbmigrations.scaffold;

import io.github.dynamodbmigrations.model.MigrationModel.Kind;
import java.util.Map;
import java.util.Optional;

/**
 * A migration that is about to be created, with everything about it decided.
 *
 * @param name what it does
 * @param kind what it implements
 * @param version its version
 * @param packageName its package
 * @param table its logical table; empty only for a task
 * @param keys the table's key attributes in their order, and the type of each: S, N or B
 */
record NewMigration(
        MigrationName name,
        Kind kind,
        long version,
        String packageName,
        Optional<String> table,
        Map<String, String> keys) {
    /** Its class name: the version in four digits, so that files sort as they run. */
    String className() {
        return "V%04d_%s".formatted(version, name.camel());
    }

    /** The beginning of its source files, up to the imports. */
    String packageClause() {
        return packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
    }

    /** The annotation, in one line. */
    String annotation() {
        return "@Migration(version = " + version
                + table.map(logical -> ", table = \"" + logical + "\"").orElse("")
                + ", description = \"" + name.sentence() + "\")";
    }
}
