package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.MigrationModel;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The parameters that migrations bring along: their tables and the roles that reach those, and what they read. */
final class OwnParameters {
    private OwnParameters() {}

    /** Those of all, once each, sorted; names only of the tables that are wanted. */
    static List<TemplateParameter> of(List<MigrationModel> migrations, Predicate<String> isWanted) {
        var tables = new TreeSet<String>();
        var reached = new TreeSet<String>();
        var own = new TreeSet<String>();
        for (var migration : migrations) {
            migration.table().filter(isWanted).ifPresent(tables::add);
            migration.table().ifPresent(reached::add);
            own.addAll(migration.parameters());
        }
        var parameters = new ArrayList<TemplateParameter>();
        tables.forEach(table -> parameters.add(SharedParameters.ofTable(table)));
        reached.forEach(table -> parameters.add(SharedParameters.ofTableRole(table)));
        own.forEach(name -> parameters.add(SharedParameters.ofMigration(name)));
        return parameters;
    }
}
