package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.MigrationModel;
import java.util.Locale;

/** Names of emitted things, made from names that users chose. */
final class LogicalName {
    private static final int LONGEST_DIRECTORY = 64;

    private LogicalName() {}

    /** The parameter of a logical table: {@code Customers} is given by {@code CustomersTable}. */
    static String ofTable(String table) {
        return alphanumeric(table) + "Table";
    }

    /** The resource of a migration's stack; it depends on nothing but the version. */
    static String ofMigration(MigrationModel migration) {
        return "Migration" + migration.version();
    }

    /** The directory of a migration: {@code v0002-split-full-name}. */
    static String ofDirectory(MigrationModel migration) {
        var version = String.format(Locale.ROOT, "v%04d", migration.version());
        var words = migration
                .simpleName()
                .replaceFirst("^.*\\$", "")
                .replaceFirst("^V\\d+_", "")
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "")
                .toLowerCase(Locale.ROOT);
        var name = words.isEmpty() ? version : version + "-" + words;
        return name.length() <= LONGEST_DIRECTORY ? name : name.substring(0, LONGEST_DIRECTORY);
    }

    /** The name itself, or what is alphanumeric in it and a hash that keeps {@code a-b} and {@code ab} apart. */
    private static String alphanumeric(String name) {
        var letters = name.replaceAll("[^A-Za-z0-9]", "");
        return letters.equals(name) ? name : letters + Hash.of(name, 8);
    }
}
