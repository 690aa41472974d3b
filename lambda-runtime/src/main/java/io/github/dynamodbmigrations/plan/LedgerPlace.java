package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.Arn;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.TableIdentity;

/** A ledger lies beside its table: DynamoDB's transactions have one caller, in one account and region. */
public final class LedgerPlace {
    private LedgerPlace() {}

    static void require(GuardMode guard, String where, TableIdentity table, String historyArn) {
        if (guard == GuardMode.LEDGER && !Arn.of(table.arn()).equals(Arn.of(historyArn))) {
            throw elsewhere(where, table, "the history is " + historyArn);
        }
    }

    /**
     * The refusal.
     *
     * @param where the migration
     * @param table its table
     * @param why what keeps the two apart
     * @return what to throw
     */
    public static MigrationException elsewhere(String where, TableIdentity table, String why) {
        return FailureCode.LEDGER_ELSEWHERE.exception("ledger cannot lie beside its table: " + where + ". The table is "
                + table.arn() + ", and " + why
                + ": no transaction spans both. Declare @Guard(ITEM), or keep the history in"
                + " the table's account and deploy there, without a role.");
    }
}
