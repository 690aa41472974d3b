package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.ProjectModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file {@code v0002-split-full-name/template.yaml}: all that one migration needs, deployable alone. */
final class MigrationTemplate {
    private final ProjectModel project;
    private final MigrationModel migration;
    private final StateMachineDefinition definition;
    private final Optional<TableReference> table;

    MigrationTemplate(ProjectModel project, MigrationModel migration, StateMachineDefinition definition) {
        this.project = project;
        this.migration = migration;
        this.definition = definition;
        this.table = migration.table().map(LogicalName::ofTable).map(TableReference::new);
    }

    MigrationModel model() {
        return migration;
    }

    String path() {
        return LogicalName.ofDirectory(migration) + "/template.yaml";
    }

    String definitionPath() {
        return LogicalName.ofDirectory(migration) + "/" + StateMachineDefinition.FILE;
    }

    StateMachineDefinition definition() {
        return definition;
    }

    List<TemplateParameter> parameters() {
        var parameters = new ArrayList<TemplateParameter>();
        migration.table().map(SharedParameters::ofTable).ifPresent(parameters::add);
        migration.table().map(SharedParameters::ofTableRole).ifPresent(parameters::add);
        migration.parameters().forEach(name -> parameters.add(SharedParameters.ofMigration(name)));
        parameters.add(SharedParameters.historyId());
        parameters.addAll(SharedParameters.ofMigrations(project.settings()));
        return parameters;
    }

    Block template() {
        var about = Block.of("Version", migration.version())
                .with("Class", migration.className())
                .with("Description", migration.description());
        var conditions = Surroundings.conditionsWithVpc();
        return Template.of("Migration " + migration.version() + " of " + project.artifactId())
                .with("Metadata", Block.of("DynamoDbMigration", about))
                .with("Parameters", TemplateParameter.section(parameters()))
                .with(
                        "Conditions",
                        table.map(TableReference::conditions).orElse(Block.of()).with(conditions))
                .with("Resources", resources())
                .with("Outputs", Template.output("StateMachineArn", Intrinsic.ref(Machine.ID)));
    }

    private Block resources() {
        var control = LambdaFunction.control();
        var worker = LambdaFunction.worker();
        var machine = new Machine(migration.version(), control, worker);
        return LambdaFunction.logGroup()
                .with(control.resources(controlPolicies(machine)))
                .with(worker.resources(workerPolicies()))
                .with(machine.resources())
                .with(new Trigger(project, migration, definition.stamp())
                        .resources(control.functionId(), Machine.ID, Machine.READINESS));
    }

    private List<Object> controlPolicies(Machine machine) {
        var policies = new ArrayList<>();
        policies.add(history());
        policies.add(machine.controlling());
        table.ifPresent(described -> policies.add(described.policy(Rights.toDescribe(described))));
        policies.add(Surroundings.keys(DataActions.onKeys()));
        return policies;
    }

    private List<Object> workerPolicies() {
        var policies = new ArrayList<>();
        policies.add(history());
        table.ifPresent(written ->
                policies.add(written.policy(Rights.onTable(migration, written).toArray(Block[]::new))));
        migration.grants().flatMap(GrantsDocument::read).ifPresent(granted -> policies.add(granted.policy()));
        policies.add(Surroundings.keys(DataActions.onKeys()));
        policies.add(Surroundings.networkInterfaces());
        return policies;
    }

    private Block history() {
        return Rights.onHistory(project.settings().partitionValue());
    }
}
