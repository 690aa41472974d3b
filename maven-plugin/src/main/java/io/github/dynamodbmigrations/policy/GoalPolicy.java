package io.github.dynamodbmigrations.policy;

import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.template.DataActions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
                    "Executions",
                    List.of("states:DescribeExecution"),
                    List.of(arns.of("states", "execution:dm-*:dm-*"))));
        }
        if (!request.keys().isEmpty()) {
            statements.add(keys());
        }
        return Merged.of(statements);
    }

    /** The policy documents that migrations bring along. */
    List<String> granted() {
        return need.ofTables() == Need.OfTables.MIGRATE
                ? request.migrations().stream()
                        .flatMap(migration -> migration.grants().stream())
                        .toList()
                : List.of();
    }

    private List<Statement> history() {
        var table = List.of(arns.table(request.connection().history().table()));
        var ofTable = need.ofHistory() == Need.OfHistory.MAKE
                ? DataActions.toMakeHistory()
                : DataActions.dynamodb("DescribeTable");
        var ofItems = switch (need.ofHistory()) {
            case QUERY -> DataActions.dynamodb("Query");
            case READ -> DataActions.dynamodb("GetItem", "Query");
            case WISH -> DataActions.dynamodb("GetItem", "PutItem", "Query", "UpdateItem");
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
        if (need.ofTables() != Need.OfTables.DESCRIBE && need.ofTables() != Need.OfTables.UNDO) {
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
        return switch (need.ofTables()) {
            case NOTHING -> List.of();
            case DESCRIBE -> DataActions.dynamodb("DescribeTable");
            case READ -> reading(DataActions.onTable(migration));
            case MIGRATE -> DataActions.onTable(migration);
            case UNDO -> undoing(migration);
        };
    }

    private static List<String> reading(List<String> actions) {
        return actions.stream()
                .filter(DataActions.dynamodb("DescribeTable", "Query", "Scan")::contains)
                .toList();
    }

    /** What was put is deleted, and what was deleted is put. */
    private static List<String> undoing(MigrationModel migration) {
        var writes = migration.uses().delete() || migration.uses().put()
                ? DataActions.dynamodb("DeleteItem", "PutItem")
                : List.<String>of();
        return Stream.concat(DataActions.dynamodb("DescribeTable", "Scan", "UpdateItem").stream(), writes.stream())
                .toList();
    }

    private Statement keys() {
        var actions =
                need.ofHistory() == Need.OfHistory.MAKE ? DataActions.onKeysToMakeHistory() : DataActions.onKeys();
        return Statement.of("Keys", actions, request.keys())
                .when("StringLike", "kms:ViaService", List.of("dynamodb." + arns.region() + ".amazonaws.com*"));
    }
}
