package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.TableIdentity;
import java.util.Optional;

/** A ledger lies beside its table: DynamoDB's transactions have one caller, in one account and region. */
public final class LedgerPlace {
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;

    private LedgerPlace() {}

    static void require(GuardMode guard, String where, TableIdentity table, String historyArn) {
        if (guard == GuardMode.LEDGER && !isBeside(table.arn(), historyArn)) {
            throw elsewhere(where, table, "the history is " + historyArn);
        }
    }

    private static boolean isBeside(String arn, String historyArn) {
        return part(arn, REGION).equals(part(historyArn, REGION))
                && part(arn, ACCOUNT).equals(part(historyArn, ACCOUNT));
    }

    private static Optional<String> part(String arn, int number) {
        var parts = arn.split(":", -1);
        return parts.length > number ? Optional.of(parts[number]) : Optional.empty();
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
