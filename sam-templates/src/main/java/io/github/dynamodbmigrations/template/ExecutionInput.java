package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.ProjectModel;

/**
 * What executions of migrations are started with, whoever starts them.
 *
 * @param project whose migrations
 */
record ExecutionInput(ProjectModel project) {
    /** The whole input of a migration. */
    Block of(MigrationModel migration, String stamp) {
        return own(migration, stamp).with(common());
    }

    /** What only one migration is told. */
    Block own(MigrationModel migration, String stamp) {
        var tables = Block.of();
        var roles = Block.of();
        if (migration.table().isPresent()) {
            var table = migration.table().get();
            var reference = new TableReference(LogicalName.ofTable(table));
            tables = tables.with(table, Intrinsic.ref(reference.parameter()));
            roles = roles.with(table, Intrinsic.ref(reference.role()));
        }
        var parameters = Block.of();
        for (var parameter : migration.parameters()) {
            parameters = parameters.with(parameter, Intrinsic.ref(parameter));
        }
        return Block.of("version", migration.version())
                .with("checksum", migration.checksum())
                .with("reachedChecksum", migration.reachedChecksum())
                .with("definition", stamp)
                .with("tables", tables)
                .with("tableRoles", roles)
                .with("parameters", parameters);
    }

    /** What every migration is told. */
    Block common() {
        var settings = project.settings();
        var history = Block.of("partitionKeyName", settings.partitionKeyName())
                .with("sortKeyName", settings.sortKeyName())
                .with("partitionValue", settings.partitionValue())
                .with("firstVersion", settings.firstVersion());
        return Block.of("historyTable", Intrinsic.ref("HistoryTable"))
                .with("history", history)
                .with("readUnits", Intrinsic.ref("ReadUnits"))
                .with("writeUnits", Intrinsic.ref("WriteUnits"))
                .with("maxWorkers", Intrinsic.ref("MaxWorkers"))
                .with("maxRejected", Intrinsic.ref("MaxRejected"))
                .with("lockWaitSeconds", Intrinsic.ref("LockWaitSeconds"))
                .with("settleDelaySeconds", Intrinsic.ref("SettleDelaySeconds"))
                .with("emitFrom", settings.emitFrom())
                .with("outOfOrder", Intrinsic.ref("OutOfOrder"))
                .with("failOnDrift", Intrinsic.ref("FailOnDrift"));
    }
}
