package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.ProjectModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The file {@code versions/template.yaml}: the version machine, deployable alone with core. What it starts, and with which
 * input, is told to its function by a custom resource: a change of that takes effect at once, and its size has no limit that
 * matters.
 */
final class VersionsTemplate {
    static final String PATH = "versions/template.yaml";
    static final String DEFINITION_PATH = "versions/" + StateMachineDefinition.FILE;

    private static final String ROLE = "VersionsRole";
    private static final String LOCK_WAIT = "LockWaitSeconds";
    private static final Set<String> OF_RUNS = Set.of(
            "BaselineVersion",
            "ReadUnits",
            "WriteUnits",
            "MaxWorkers",
            "MaxRejected",
            LOCK_WAIT,
            "SettleDelaySeconds",
            "FailOnDrift",
            "OutOfOrder");

    private final ProjectModel project;
    private final List<MigrationTemplate> migrations;
    private final MachineLists machines;

    VersionsTemplate(ProjectModel project, List<MigrationTemplate> migrations) {
        this.project = project;
        this.migrations = List.copyOf(migrations);
        this.machines = MachineLists.of(migrations.size());
    }

    List<TemplateParameter> parameters() {
        var parameters = OwnParameters.of(project.migrations(), table -> true);
        parameters.add(SharedParameters.historyId());
        parameters.addAll(machines.parameters());
        parameters.addAll(shared());
        return parameters;
    }

    /** Those that the root has too. */
    List<TemplateParameter> shared() {
        var parameters = new ArrayList<TemplateParameter>();
        parameters.add(SharedParameters.runner());
        parameters.addAll(SharedParameters.ofFunctions(project.settings()));
        var needed = migrations.isEmpty() ? Set.of(LOCK_WAIT) : OF_RUNS;
        SharedParameters.ofRuns().stream()
                .filter(parameter -> needed.contains(parameter.name()))
                .forEach(parameters::add);
        return parameters;
    }

    /** The lists of machines, each from what the migrations' stacks say. */
    Block machines() {
        var values = Block.of();
        var lists = machines.split(migrations);
        for (var list = 0; list < lists.size(); list++) {
            var arns = lists.get(list).stream()
                    .map(migration -> (Object)
                            Intrinsic.attribute(LogicalName.ofMigration(migration.model()), "Outputs.StateMachineArn"))
                    .toList();
            values = values.with(machines.names().get(list), Intrinsic.joined(arns));
        }
        return values;
    }

    Block template() {
        return Template.of("Version machine of " + project.artifactId())
                .with("Parameters", TemplateParameter.section(parameters()))
                .with("Conditions", Surroundings.conditions().with(VersionsMachine.conditions()))
                .with("Resources", resources())
                .with("Outputs", Template.output("StateMachineArn", Intrinsic.ref(Machine.ID)));
    }

    private Block resources() {
        var function = LambdaFunction.versions(environment());
        return LambdaFunction.logGroup()
                .with(function.resources(policies()))
                .with(morePolicies())
                .with(new VersionsMachine(function).resources())
                .with("Registration", registration(function));
    }

    /** What tells the function where its history is, and under which name it finds what was registered for it. */
    private Block environment() {
        var settings = project.settings();
        return Block.of("HISTORY_TABLE", Intrinsic.ref("HistoryTable"))
                .with("PARTITION_KEY_NAME", settings.partitionKeyName())
                .with("SORT_KEY_NAME", settings.sortKeyName())
                .with("PARTITION_VALUE", settings.partitionValue())
                .with("FIRST_VERSION", Long.toString(settings.firstVersion()))
                .with("STACK", StackPart.value());
    }

    private List<Object> policies() {
        var policies = new ArrayList<>();
        policies.add(
                Policy.of("History", Rights.onHistoryItems(project.settings().partitionValue())));
        policies.add(VersionsMachine.describing());
        machines.starting().stream().limit(1).forEach(first -> policies.add(Policy.of("Machines1", first)));
        policies.add(Surroundings.keys(DataActions.onKeys()));
        return policies;
    }

    /** A role has room for one list of machines; each further one is a policy of its own. */
    private Block morePolicies() {
        var more = Block.of();
        var statements = machines.starting();
        for (var list = 1; list < statements.size(); list++) {
            more = more.with(
                    "Machines%dPolicy".formatted(list + 1),
                    Block.of("Type", "AWS::IAM::ManagedPolicy")
                            .with(
                                    "Properties",
                                    Block.of("PolicyDocument", Policy.document(List.of(statements.get(list))))
                                            .with("Roles", List.of(Intrinsic.ref(ROLE)))));
        }
        return more;
    }

    private Block registration(LambdaFunction function) {
        var properties = Block.of("ServiceToken", Intrinsic.arn(function.functionId()))
                .with("ServiceTimeout", 1_200)
                .with("Runner", Intrinsic.ref(SharedParameters.runner().name()));
        var input = new ExecutionInput(project);
        if (migrations.isEmpty()) {
            properties = properties.with("Common", Block.of("lockWaitSeconds", Intrinsic.ref(LOCK_WAIT)));
        } else {
            properties = properties
                    .with("BaselineVersion", Intrinsic.ref("BaselineVersion"))
                    .with("Common", input.common())
                    .with(
                            "Machines",
                            machines.names().stream()
                                    .map(name -> Intrinsic.joined(Intrinsic.ref(name)))
                                    .toList())
                    .with(
                            "Migrations",
                            migrations.stream()
                                    .map(migration -> input.own(
                                            migration.model(),
                                            migration.definition().stamp()))
                                    .toList());
        }
        return Block.of("Type", "Custom::DynamoDbMigrationVersions").with("Properties", properties);
    }
}
