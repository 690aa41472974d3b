package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.ProjectModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The file {@code template.yaml}: composes core, one stack per migration, in order, and the version machine, and knows nothing itself. */
final class RootTemplate {
    static final String PATH = "template.yaml";

    private static final String CORE = "Core";
    private static final String VERSIONS = "Versions";

    private final ProjectModel project;
    private final CoreTemplate core;
    private final List<MigrationTemplate> migrations;
    private final VersionsTemplate versions;

    RootTemplate(
            ProjectModel project, CoreTemplate core, List<MigrationTemplate> migrations, VersionsTemplate versions) {
        this.versions = versions;
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
                                .with(Template.output(CoreTemplate.HISTORY_TABLE, ofCore(CoreTemplate.HISTORY_TABLE)))
                                .with(Template.output(
                                        "VersionMachineArn",
                                        Intrinsic.attribute(VERSIONS, "Outputs.StateMachineArn"))));
    }

    /** A table from an export needs no name. */
    private List<TemplateParameter> parameters() {
        var parameters = OwnParameters.of(project.migrations(), table -> !exports(table));
        if (migrations.isEmpty()) {
            parameters.addAll(versions.shared());
        } else {
            parameters.add(SharedParameters.runner());
            parameters.addAll(SharedParameters.ofMigrations(project.settings()));
        }
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
            var application = application(migration.path(), handed(migration.parameters()));
            var id = LogicalName.ofMigration(migration.model());
            resources = resources.with(id, before.equals(CORE) ? application : application.with("DependsOn", before));
            before = id;
        }
        return resources.with(VERSIONS, versions());
    }

    /** Last, since it is told of all others. */
    private Block versions() {
        var machines = versions.machines();
        var handed = handed(versions.parameters().stream()
                        .filter(parameter -> !machines.fields().containsKey(parameter.name()))
                        .toList())
                .with(machines);
        return application(VersionsTemplate.PATH, handed);
    }

    private Block handed(List<TemplateParameter> parameters) {
        var exported = exported();
        var handed = Block.of();
        for (var parameter : parameters) {
            handed = handed.with(parameter.name(), value(parameter, exported));
        }
        return handed;
    }

    /** By parameter, what the table is exported as that it names. */
    private Map<String, String> exported() {
        var exported = new HashMap<String, String>();
        project.settings().tableExports().forEach((table, export) -> exported.put(LogicalName.ofTable(table), export));
        return exported;
    }

    private static Block value(TemplateParameter parameter, Map<String, String> exported) {
        if (exported.containsKey(parameter.name())) {
            return Intrinsic.imported(String.valueOf(exported.get(parameter.name())));
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
