package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.ProjectModel;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The file {@code template.yaml}: composes core and one stack per migration, in order, and knows nothing itself. */
final class RootTemplate {
    static final String PATH = "template.yaml";

    private static final String CORE = "Core";

    private final ProjectModel project;
    private final CoreTemplate core;
    private final List<MigrationTemplate> migrations;

    RootTemplate(ProjectModel project, CoreTemplate core, List<MigrationTemplate> migrations) {
        this.project = project;
        this.core = core;
        this.migrations = List.copyOf(migrations);
    }

    Block template() {
        return Template.of("Migrations of " + project.artifactId())
                .with("Parameters", TemplateParameter.section(parameters()))
                .with("Resources", resources())
                .with(
                        "Outputs",
                        Template.output(CoreTemplate.HISTORY_ID, ofCore(CoreTemplate.HISTORY_ID))
                                .with(Template.output(CoreTemplate.HISTORY_TABLE, ofCore(CoreTemplate.HISTORY_TABLE))));
    }

    /** Tables and their roles and the migrations' own parameters, once each, sorted; a table from an export needs no name. */
    private List<TemplateParameter> parameters() {
        var tables = new TreeSet<String>();
        var reached = new TreeSet<String>();
        var own = new TreeSet<String>();
        for (var migration : project.migrations()) {
            migration.table().filter(table -> !exports(table)).ifPresent(tables::add);
            migration.table().ifPresent(reached::add);
            own.addAll(migration.parameters());
        }
        var parameters = new ArrayList<TemplateParameter>();
        tables.forEach(table -> parameters.add(SharedParameters.ofTable(table)));
        reached.forEach(table -> parameters.add(SharedParameters.ofTableRole(table)));
        own.forEach(name -> parameters.add(SharedParameters.ofMigration(name)));
        parameters.addAll(migrations.isEmpty() ? core.parameters() : SharedParameters.ofMigrations(project.settings()));
        return parameters;
    }

    private boolean exports(String table) {
        return project.settings().tableExports().containsKey(table);
    }

    private Block resources() {
        var handed = Block.of();
        for (var parameter : core.parameters()) {
            handed = handed.with(parameter.name(), parameter.passed());
        }
        var resources = Block.of(CORE, application(CoreTemplate.PATH, handed));
        var before = CORE;
        for (var migration : migrations) {
            var application = application(migration.path(), handedTo(migration));
            var id = LogicalName.ofMigration(migration.model());
            resources = resources.with(id, before.equals(CORE) ? application : application.with("DependsOn", before));
            before = id;
        }
        return resources;
    }

    private Block handedTo(MigrationTemplate migration) {
        var handed = Block.of();
        for (var parameter : migration.parameters()) {
            handed = handed.with(parameter.name(), value(parameter, migration.model()));
        }
        return handed;
    }

    private Block value(TemplateParameter parameter, MigrationModel migration) {
        var export = migration
                .table()
                .filter(table -> LogicalName.ofTable(table).equals(parameter.name()))
                .map(project.settings().tableExports()::get);
        if (export.isPresent()) {
            return Intrinsic.imported(export.get());
        }
        return switch (parameter.name()) {
            case "HistoryId" -> ofCore(CoreTemplate.HISTORY_ID);
            case "HistoryTable" -> ofCore(CoreTemplate.HISTORY_TABLE);
            default -> parameter.passed();
        };
    }

    private static Block application(String location, Block parameters) {
        return Block.of("Type", "AWS::Serverless::Application")
                .with("Properties", Block.of("Location", location).with("Parameters", parameters));
    }

    private static Block ofCore(String output) {
        return Intrinsic.attribute(CORE, "Outputs." + output);
    }
}
