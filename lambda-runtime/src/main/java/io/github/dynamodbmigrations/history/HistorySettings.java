package io.github.dynamodbmigrations.history;

/**
 * Where a history is kept, and where its versions begin.
 *
 * @param table name or ARN of the table
 * @param partitionKeyName its partition key attribute, of type S
 * @param sortKeyName its sort key attribute, of type S
 * @param partitionValue the partition of the history; partitions that begin with it and {@code #} are the history's, too
 * @param firstVersion the version that data has before the first migration
 */
public record HistorySettings(
        String table, String partitionKeyName, String sortKeyName, String partitionValue, long firstVersion) {
    /** Everything but the table's name as it is if nothing is said. */
    public static HistorySettings of(String table) {
        return new HistorySettings(table, "pk", "sk", "_migration", 0);
    }
}
