package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.ProjectModel;

/**
 * The custom resources that start a migration's run, or follow it, and hold the deployment until it has ended: as many,
 * one after the other, as the deployment's patience needs.
 */
final class Trigger {
    private final ProjectModel project;
    private final MigrationModel migration;
    private final String stamp;

    Trigger(ProjectModel project, MigrationModel migration, String stamp) {
        this.project = project;
        this.migration = migration;
        this.stamp = stamp;
    }

    /** The resources; they begin after what must be there before an execution can fail. */
    Block resources(String function, String machine, String after) {
        var resources = Block.of();
        var wait = DeploymentWait.of(project.deploymentTimeout(migration));
        var dependsOn = after;
        for (var ordinal = 1; ordinal <= wait.triggers(); ordinal++) {
            var properties = Block.of("ServiceToken", Intrinsic.arn(function))
                    .with(
                            "ServiceTimeout",
                            wait.hold(ordinal).plus(DeploymentWait.GRACE).toSeconds())
                    .with("StateMachineArn", Intrinsic.ref(machine))
                    .with("HistoryId", Intrinsic.ref("HistoryId"))
                    .with("BaselineVersion", Intrinsic.ref("BaselineVersion"))
                    .with("Ordinal", ordinal)
                    .with("Triggers", wait.triggers())
                    .with("Detached", Intrinsic.ref("Detached"))
                    .with("HoldSeconds", wait.hold(ordinal).toSeconds())
                    .with("Input", new ExecutionInput(project).of(migration, stamp));
            resources = resources.with(
                    id(ordinal),
                    Block.of("Type", "Custom::DynamoDbMigration")
                            .with("DependsOn", dependsOn)
                            .with("Properties", properties));
            dependsOn = id(ordinal);
        }
        return resources;
    }

    /** A changed migration is a new resource: its rollback is then a deletion, and starts nothing. */
    private String id(int ordinal) {
        var digits = migration.checksum().substring(migration.checksum().indexOf(':') + 1);
        return "Trigger%s%02d".formatted(digits.substring(0, 8), ordinal);
    }
}
