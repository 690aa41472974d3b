package io.github.dynamodbmigrations.project;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A migration as its source file shows it, before anything is compiled.
 *
 * @param file its source file
 * @param packageName its package; empty for the unnamed one
 * @param name its simple name
 * @param version its version; empty if it is written as an expression and the name does not say it either
 * @param table its logical table; empty if it has none, or if it is written as an expression
 * @param declaresTable whether it has a table, however written
 */
public record SourceMigration(
        Path file,
        String packageName,
        String name,
        OptionalLong version,
        Optional<String> table,
        boolean declaresTable) {
    /** Its name with its package. */
    public String className() {
        return packageName.isEmpty() ? name : packageName + "." + name;
    }
}
