package io.github.dynamodbmigrations.policy;

import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.template.DataActions;
import java.util.ArrayList;
import java.util.List;

/** What a goal needs, on the tables and the history that are configured. */
final class GoalPolicy {
    private final PolicyRequest request;
    private final Need need;
    private final Arns arns;

    GoalPolicy(PolicyRequest request, Need need) {
        this.request = request;
        this.need = need;
        this.arns = request.arns();
    }

    List<Statement> statements() {
        var statements = new ArrayList<>(history());
        request.migrations().stream()
                .filter(migration -> need.ofTables() != Need.OfTables.NOTHING)
                .forEach(migration -> migration.table().ifPresent(table -> statements.addAll(table(migration, table))));
        if (need.isAskingExecutions()) {
            statements.add(Statement.of(
                    "Executions", List.of("states:DescribeExecution"), List.of(arns.of("states", "execution:dm-*:*"))));
        }
        if (!request.keys().isEmpty()) {
            statements.add(keys());
        }
        return Merged.of(statements);
    }

    /** The policy documents of the migrations whose code the goal calls. */
    List<String> granted() {
        return request.migrations().stream()
                .filter(this::calls)
                .flatMap(migration -> migration.grants().stream())
                .toList();
    }

    private boolean calls(MigrationModel migration) {
        return switch (need.ofTables()) {
            case NOTHING, DESCRIBE -> false;
            case MIGRATE -> true;
            case READ, RETRY -> migration.kind() != MigrationModel.Kind.TASK;
            case UNDO -> migration.kind() == MigrationModel.Kind.REVERSIBLE;
        };
    }

    private List<Statement> history() {
        var table = List.of(arns.table(request.connection().history().table()));
        var ofTable = need.ofHistory() == Need.OfHistory.MAKE
                ? DataActions.toMakeHistory()
                : DataActions.dynamodb("DescribeTable");
        var ofItems = switch (need.ofHistory()) {
            case QUERY -> DataActions.dynamodb("Query");
            case READ -> DataActions.dynamodb("GetItem", "Query");
            case WISH -> DataActions.dynamodb("GetItem", "PutItem", "Query");
            case RUN, MAKE -> DataActions.onHistoryItems();
        };
        var partitions =
                DataActions.historyPartitions(request.connection().history().partitionValue());
        var items = Statement.of("History", ofItems, table)
                .when("ForAllValues:StringLike", "dynamodb:LeadingKeys", partitions);
        return need.ofHistory() == Need.OfHistory.QUERY
                ? List.of(items)
                : List.of(Statement.of("HistoryTable", ofTable, table), items);
    }

    private List<Statement> table(MigrationModel migration, String logical) {
        var role = request.connection().tableRoles().get(logical);
        if (role != null) {
            return List.of(Statement.of("Roles", List.of("sts:AssumeRole"), List.of(role)));
        }
        var arn = arns.table(request.connection().table(logical));
        var statements = new ArrayList<Statement>();
        statements.add(
                Statement.of("Table" + logical.replaceAll("[^A-Za-z0-9]", ""), ofTable(migration), List.of(arn)));
        if (need.ofTables() == Need.OfTables.MIGRATE) {
            migration
                    .source()
                    .ifPresent(source -> source.index()
                            .ifPresent(index -> statements.add(Statement.of(
                                    "Index" + index.replaceAll("[^A-Za-z0-9]", ""),
                                    DataActions.onIndex(source),
                                    List.of(arn + "/index/" + index)))));
        }
        return statements;
    }

    private List<String> ofTable(MigrationModel migration) {
        if (!calls(migration)) {
            return DataActions.dynamodb("DescribeTable");
        }
        var uses = migration.uses();
        return switch (need.ofTables()) {
            case NOTHING, DESCRIBE -> List.of();
            case MIGRATE -> DataActions.onTable(migration);
            // Verifying walks the table itself: an index may lag behind.
            case READ -> DataActions.dynamodb("DescribeTable", isOfPartition(migration) ? "Query" : "Scan");
            // What was rejected is read by its key, with the filter.
            case RETRY -> writing("Query", uses.delete(), uses.put());
            // What was put is deleted, and what was deleted is put.
            case UNDO -> writing("Scan", uses.delete() || uses.put(), uses.delete() || uses.put());
        };
    }

    private static boolean isOfPartition(MigrationModel migration) {
        return migration
                .source()
                .filter(source -> source instanceof MigrationModel.Source.Query
                        && source.index().isEmpty())
                .isPresent();
    }

    private static List<String> writing(String reading, boolean deletes, boolean puts) {
        var actions = new ArrayList<>(DataActions.dynamodb("DescribeTable", reading, "UpdateItem"));
        if (deletes) {
            actions.addAll(DataActions.dynamodb("DeleteItem"));
        }
        if (puts) {
            actions.addAll(DataActions.dynamodb("PutItem"));
        }
        return actions;
    }

    private Statement keys() {
        var actions =
                need.ofHistory() == Need.OfHistory.MAKE ? DataActions.onKeysToMakeHistory() : DataActions.onKeys();
        return Statement.of("Keys", actions, request.keys())
                .when("StringLike", "kms:ViaService", List.of("dynamodb." + arns.region() + ".amazonaws.com*"));
    }
}
