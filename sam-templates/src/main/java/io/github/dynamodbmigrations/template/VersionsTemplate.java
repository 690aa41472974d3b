package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.ProjectModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The file {@code versions/template.yaml}: the version machine, deployable alone with core. What it starts, and with which
 * input, is told to its function by a custom resource: a change of that takes effect at once, and its size has no limit that
 * matters.
 */
final class VersionsTemplate {
    static final String PATH = "versions/template.yaml";
    static final String DEFINITION_PATH = "versions/" + StateMachineDefinition.FILE;

    private static final String ROLE = "VersionsRole";
    /** Statements on the tables with the longest names that a role has room for beside a list of machines; a policy of its own has more. */
    private static final int TABLES = 10;

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
    private final List<TableReference> tables;

    VersionsTemplate(ProjectModel project, List<MigrationTemplate> migrations) {
        this.project = project;
        this.migrations = List.copyOf(migrations);
        this.machines = MachineLists.of(migrations.size());
        this.tables = project.migrations().stream()
                .flatMap(migration -> migration.table().stream())
                .distinct()
                .sorted()
                .map(LogicalName::ofTable)
                .map(TableReference::new)
                .toList();
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
                .with("Conditions", conditions())
                .with("Resources", resources())
                .with("Outputs", Template.output("StateMachineArn", Intrinsic.ref(Machine.ID)));
    }

    private Block conditions() {
        var conditions = Block.of();
        for (var table : tables) {
            conditions = conditions.with(table.conditions());
        }
        return conditions.with(Surroundings.conditions()).with(VersionsMachine.conditions());
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
        describing().stream().limit(1).forEach(first -> policies.add(Policy.of("Tables1", first)));
        policies.add(Surroundings.keys(DataActions.onKeys()));
        return policies;
    }

    /** What looks whether tables are those that the history describes, in lists that a policy has room for. */
    private List<Block[]> describing() {
        return IntStream.iterate(0, start -> start < tables.size(), start -> start + TABLES)
                .mapToObj(start -> tables.subList(start, Math.min(start + TABLES, tables.size())))
                .map(list -> list.stream().map(TableReference::describing).toArray(Block[]::new))
                .toList();
    }

    /** A role has room for one list of machines and one of tables; each further one is a policy of its own. */
    private Block morePolicies() {
        return morePolicies(
                        "Machines",
                        machines.starting().stream()
                                .map(start -> new Block[] {start})
                                .toList())
                .with(morePolicies("Tables", describing()));
    }

    private static Block morePolicies(String name, List<Block[]> lists) {
        var more = Block.of();
        for (var list = 1; list < lists.size(); list++) {
            more = more.with(
                    "%s%dPolicy".formatted(name, list + 1),
                    Block.of("Type", "AWS::IAM::ManagedPolicy")
                            .with(
                                    "Properties",
                                    Block.of("PolicyDocument", Policy.document(List.of(lists.get(list))))
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
