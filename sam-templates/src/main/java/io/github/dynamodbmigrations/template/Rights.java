package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.MigrationModel.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who may do what, each right on exactly named resources. */
final class Rights {
    private Rights() {}

    static Block toLog(String logGroupId) {
        return Policy.allow(List.of("logs:CreateLogStream", "logs:PutLogEvents"), Intrinsic.arn(logGroupId));
    }

    /** The history as a function uses it, its keys and its items. */
    static Block onHistory(String partitionValue) {
        return Policy.of(
                "History",
                Policy.allow(dynamodb("DescribeTable"), TableReference.historyArn()),
                onHistoryItems(partitionValue));
    }

    /** What reads a history and records in it. */
    static Block onHistoryItems(String partitionValue) {
        return onHistoryItems(partitionValue, "ConditionCheckItem", "GetItem", "PutItem", "Query", "UpdateItem");
    }

    /** What begins a history in its table. */
    static Block toBeginHistory(String partitionValue) {
        return onHistoryItems(partitionValue, "GetItem", "PutItem", "Query");
    }

    /** The items of a history: those of its partition, and of the partitions that begin with its value. */
    private static Block onHistoryItems(String partitionValue, String... actions) {
        var keys = Block.of("dynamodb:LeadingKeys", List.of(partitionValue, partitionValue + "#*"));
        return Policy.allow(dynamodb(actions), TableReference.historyArn())
                .with("Condition", Block.of("ForAllValues:StringLike", keys));
    }

    /** What makes and adopts a history table; nothing deletes it. */
    static Block onHistoryTable() {
        return Policy.allow(
                dynamodb("CreateTable", "DescribeTable", "TagResource", "UpdateContinuousBackups", "UpdateTimeToLive"),
                TableReference.historyArn());
    }

    /** The role by which a table of another account is reached; what that may do, its account says. */
    static Block toAssume(Block role) {
        return Policy.allow(List.of("sts:AssumeRole"), role);
    }

    /** What Control has to know of the data table; it has no right on its items. */
    static Block toDescribe(TableReference table) {
        return Policy.allow(dynamodb("DescribeTable"), table.arn());
    }

    /** What a Worker does to the data table, as its code shows. */
    static List<Block> onTable(MigrationModel migration, TableReference table) {
        var statements = new ArrayList<Block>();
        statements.add(Policy.allow(onItems(migration), table.arn()));
        migration
                .source()
                .ifPresent(source -> source.index()
                        .ifPresent(index -> statements.add(Policy.allow(reading(source), table.indexArn(index)))));
        return statements;
    }

    private static List<String> onItems(MigrationModel migration) {
        if (migration.kind() == MigrationModel.Kind.TASK) {
            return dynamodb("DescribeTable", "GetItem", "PutItem", "Query", "Scan", "UpdateItem");
        }
        var actions = new ArrayList<>(dynamodb("DescribeTable", "Scan", "UpdateItem"));
        if (migration.source().filter(Rights::needsQuery).isPresent()) {
            actions.addAll(dynamodb("Query"));
        }
        if (migration.uses().delete()) {
            actions.addAll(dynamodb("DeleteItem"));
        }
        if (migration.uses().put()) {
            actions.addAll(dynamodb("PutItem"));
        }
        return actions.stream().sorted().toList();
    }

    /** What an index gives is read from the table by its key, which is a query since it takes the filter along. */
    private static boolean needsQuery(Source source) {
        return source instanceof Source.Query || source.index().isPresent();
    }

    private static List<String> reading(Source source) {
        return source instanceof Source.Query ? dynamodb("Query") : dynamodb("Scan");
    }

    private static List<String> dynamodb(String... actions) {
        return Stream.of(actions).map(action -> "dynamodb:" + action).toList();
    }
}
