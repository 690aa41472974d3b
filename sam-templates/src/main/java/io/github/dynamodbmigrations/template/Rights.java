package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.MigrationModel;
import java.util.ArrayList;
import java.util.List;

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
                Policy.allow(DataActions.dynamodb("DescribeTable"), TableReference.historyArn()),
                onHistoryItems(partitionValue));
    }

    /** What reads a history and records in it. */
    static Block onHistoryItems(String partitionValue) {
        return onHistoryItems(partitionValue, DataActions.onHistoryItems());
    }

    /** What begins a history in its table. */
    static Block toBeginHistory(String partitionValue) {
        return onHistoryItems(partitionValue, DataActions.dynamodb("GetItem", "PutItem", "Query"));
    }

    /** The items of a history: those of its partition, and of the partitions that begin with its value. */
    private static Block onHistoryItems(String partitionValue, List<String> actions) {
        var keys = Block.of("dynamodb:LeadingKeys", DataActions.historyPartitions(partitionValue));
        return Policy.allow(actions, TableReference.historyArn())
                .with("Condition", Block.of("ForAllValues:StringLike", keys));
    }

    /** What makes and adopts a history table; nothing deletes it. */
    static Block onHistoryTable() {
        return Policy.allow(DataActions.toMakeHistory(), TableReference.historyArn());
    }

    /** The role by which a table of another account is reached; what that may do, its account says. */
    static Block toAssume(Block role) {
        return Policy.allow(List.of("sts:AssumeRole"), role);
    }

    /** What Control has to know of the data table; it has no right on its items. */
    static Block toDescribe(TableReference table) {
        return Policy.allow(DataActions.dynamodb("DescribeTable"), table.arn());
    }

    /** What a Worker does to the data table, as its code shows. */
    static List<Block> onTable(MigrationModel migration, TableReference table) {
        var statements = new ArrayList<Block>();
        statements.add(Policy.allow(DataActions.onTable(migration), table.arn()));
        migration
                .source()
                .ifPresent(source -> source.index()
                        .ifPresent(index ->
                                statements.add(Policy.allow(DataActions.onIndex(source), table.indexArn(index)))));
        return statements;
    }
}
