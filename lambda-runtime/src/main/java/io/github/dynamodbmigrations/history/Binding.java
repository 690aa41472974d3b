package io.github.dynamodbmigrations.history;

import java.util.Optional;

/**
 * The table that a logical name stood for when a run first claimed it.
 *
 * @param logical the logical name
 * @param arn the table's ARN
 * @param tableId its TableId, where the service gave one
 */
public record Binding(String logical, String arn, Optional<String> tableId) {
    /** The binding of a table as it is now. */
    public static Binding of(TableIdentity table) {
        return new Binding(table.logical(), table.arn(), table.id());
    }

    /**
     * Stops unless a table is the one that was bound. A recreated table has the same ARN and another TableId.
     *
     * @param now the table that the name stands for now
     * @throws io.github.dynamodbmigrations.MigrationException if it is another one
     */
    public void require(TableIdentity now) {
        if (!isOf(now)) {
            throw FailureCode.TABLE_EXCHANGED.exception(
                    "table " + logical + " is another one than this history describes: "
                            + "it was " + text() + ", now it is " + of(now).text()
                            + ". Name the table that was migrated with <tables>, or give this one a history of its own with"
                            + " <historyTable>, a stack with HistoryTable=<name>; if it took the other one's place for good, use `mvn dynamodb-migrations:repair"
                            + " -Ddynamodb-migrations.repair=tables -Ddynamodb-migrations.tableVersions." + logical
                            + "=<the version that its data has>`.");
        }
    }

    /** Whether a table is the one that was bound. */
    public boolean isOf(TableIdentity now) {
        var sameId = tableId.isEmpty() || now.id().isEmpty() || tableId.equals(now.id());
        return arn.equals(now.arn()) && sameId;
    }

    /** For people. */
    public String text() {
        return arn
                + tableId.map(known -> known.startsWith(TableIdentity.CREATED)
                                ? " (" + known + ")"
                                : " (TableId " + known + ")")
                        .orElse("");
    }
}
