package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.ProjectModel.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The parameters that templates have in common; the root hands them down. */
final class SharedParameters {
    private static final long MOST_UNITS = 1_000_000;
    private static final List<Integer> RETENTIONS = List.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    private SharedParameters() {}

    static TemplateParameter ofTable(String table) {
        var parameter = TemplateParameter.text(
                        LogicalName.ofTable(table), "Name or ARN of the table that the migrations call " + table)
                .matching("^" + TableReference.PATTERN + "$");
        return table.matches(TableReference.PATTERN) ? parameter.with("Default", table) : parameter;
    }

    static TemplateParameter ofTableRole(String table) {
        return TemplateParameter.text(
                        new TableReference(LogicalName.ofTable(table)).role(),
                        "ARN of a role that is taken on to reach the table, for one of another account; empty for none")
                .matching("^(arn:aws[a-z-]*:iam::[0-9]{12}:role/.+)?$")
                .with("Default", "");
    }

    /** A parameter that a migration reads. */
    static TemplateParameter ofMigration(String name) {
        return TemplateParameter.text(name, "Read by migrations; executions show it to whoever may look at them");
    }

    static TemplateParameter historyId() {
        return TemplateParameter.text("HistoryId", "The id of the history, an output of the core template")
                .matching("^[0-9a-f]{8}$");
    }

    /** The user's function that migrates, in place of ours. */
    static TemplateParameter runner() {
        return TemplateParameter.text(
                        "RunnerFunction", "Name or ARN of a function that the version machine calls; empty for none")
                .matching("^((arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:)?[A-Za-z0-9_:$-]{1,140})?$")
                .with("Default", "");
    }

    /** What the history's function needs, and each migration's functions too. */
    static List<TemplateParameter> ofFunctions(Settings settings) {
        var runtimes = new TreeSet<>(List.of("java21", "java25", settings.runtime()));
        return List.of(
                TemplateParameter.text("HistoryTable", "Name of the table that holds the history")
                        .matching("^[A-Za-z0-9_.-]{3,255}$")
                        .with("Default", settings.historyTable()),
                TemplateParameter.choice(
                        "Runtime", List.copyOf(runtimes), settings.runtime(), "Lambda runtime of the functions"),
                new TemplateParameter(
                        "LogRetentionDays",
                        Block.of("Type", "Number")
                                .with("Description", "Days for which the functions' logs are kept")
                                .with("AllowedValues", RETENTIONS)
                                .with("Default", 30)),
                TemplateParameter.text("PermissionsBoundary", "ARN of a boundary for every role; empty for none")
                        .matching("^(arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/.+)?$")
                        .with("Default", ""),
                TemplateParameter.list("KmsKeyArns", "ARNs of the customer keys of the tables; empty for none"),
                TemplateParameter.text("DynamoDbEndpoint", "Another endpoint than the service's; empty for none")
                        .matching("^(https?://[A-Za-z0-9.:-]+/?)?$")
                        .with("Default", ""));
    }

    /** What each migration needs besides. */
    static List<TemplateParameter> ofRuns() {
        return List.of(
                TemplateParameter.number(
                                "BaselineVersion", 0, Long.MAX_VALUE / 1_000, "Honoured while the history is empty")
                        .with("Default", 0),
                units("ReadUnits", "Read capacity units per second of one migration; 0 for what it declares"),
                units("WriteUnits", "Write capacity units per second of one migration; 0 for what it declares"),
                TemplateParameter.number("MaxWorkers", 1, 1_000, "Workers of one migration at a time")
                        .with("Default", 4),
                TemplateParameter.number(
                                "MaxRejected", 0, 1_000_000_000, "Rejected items that a migration may leave behind")
                        .with("Default", 0),
                TemplateParameter.number(
                                "LockWaitSeconds", 0, 86_400, "Seconds to wait for another run of the same history")
                        .with("Default", 900),
                TemplateParameter.number(
                                "SettleDelaySeconds", 0, 600, "The application's longest time from reading to writing")
                        .with("Default", 5),
                flag("FailOnDrift", "Fail if a migration changed after it succeeded"),
                flag("OutOfOrder", "Run a migration although a later version has succeeded"),
                flag("Detached", "Start migrations and do not wait for them"),
                TemplateParameter.list("SubnetIds", "Subnets that the Workers join; empty for none"),
                TemplateParameter.list("SecurityGroupIds", "Security groups of the Workers in those subnets"));
    }

    static List<TemplateParameter> ofMigrations(Settings settings) {
        var all = new ArrayList<>(ofFunctions(settings));
        all.addAll(ofRuns());
        return all;
    }

    private static TemplateParameter units(String name, String description) {
        return TemplateParameter.number(name, 0, MOST_UNITS, description).with("Default", 0);
    }

    private static TemplateParameter flag(String name, String description) {
        return TemplateParameter.choice(name, List.of("true", "false"), "false", description);
    }
}
