package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.MigrationModel.Source;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The actions of IAM that the engine needs on tables and histories, whoever runs it. */
public final class DataActions {
    private DataActions() {}

    /** What a migration does to its table, as its code shows. */
    public static List<String> onTable(MigrationModel migration) {
        if (migration.kind() == MigrationModel.Kind.TASK) {
            return dynamodb("DescribeTable", "GetItem", "PutItem", "Query", "Scan", "UpdateItem");
        }
        var actions = new TreeSet<>(dynamodb("DescribeTable", "Scan", "UpdateItem"));
        if (migration.source().filter(DataActions::needsQuery).isPresent()) {
            actions.addAll(dynamodb("Query"));
        }
        if (migration.uses().delete()) {
            actions.addAll(dynamodb("DeleteItem"));
        }
        if (migration.uses().put()) {
            actions.addAll(dynamodb("PutItem"));
        }
        return List.copyOf(actions);
    }

    /** What an index gives is read from the table by its key, which is a query since it takes the filter along. */
    private static boolean needsQuery(Source source) {
        return source instanceof Source.Query || source.index().isPresent();
    }

    /** What a source reads its index with. */
    public static List<String> onIndex(Source source) {
        return source instanceof Source.Query ? dynamodb("Query") : dynamodb("Scan");
    }

    /** What makes and adopts a history's table; nothing deletes it. */
    public static List<String> toMakeHistory() {
        return dynamodb("CreateTable", "DescribeTable", "TagResource", "UpdateContinuousBackups", "UpdateTimeToLive");
    }

    /** What a run does to the items of a history. */
    public static List<String> onHistoryItems() {
        return dynamodb("ConditionCheckItem", "GetItem", "PutItem", "Query", "UpdateItem");
    }

    /** The partitions of a history: its own, and those that begin with its value. */
    public static List<String> historyPartitions(String partitionValue) {
        return List.of(partitionValue, partitionValue + "#*");
    }

    /** What reading and writing a table under a customer key needs of the key. */
    public static List<String> onKeys() {
        return List.of("kms:Decrypt", "kms:GenerateDataKey");
    }

    /** What making a table under a customer key needs of the key. */
    public static List<String> onKeysToMakeHistory() {
        return List.of("kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey");
    }

    /** Actions of DynamoDB. */
    public static List<String> dynamodb(String... actions) {
        return Stream.of(actions).map(action -> "dynamodb:" + action).toList();
    }
}
