package io.github.dynamodbmigrations.judge;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.scan.KeyHash;
import java.util.Set;

/** Words what makes a run stop before an image is written; items are named by a masked hash of their key. */
record Stops(RunPlan plan, String migration) {
    private static final String MIGRATION_SETTLES =
            "Declare @Guard(ITEM) if every writer keeps attributes that it does not know, @Guard(LEDGER) if not,"
                    + " or let it return Change.keep() for what it has already migrated, for example by a"
                    + " discriminator attribute";

    /** No guard: the run that applied the version had none, and so nothing says which items it changed. */
    private static final String REVERSE_SETTLES =
            "Let it return Change.keep() for what it has already taken back, for example by a discriminator attribute";

    MigrationException notSettling(ItemKey key, String what) {
        var isDown = plan.direction() == Direction.DOWN;
        return stop(
                FailureCode.NOT_SETTLING,
                (isDown ? "reverse of the migration" : "migration") + " does not settle",
                key,
                "Applied to its own result, it " + what,
                isDown ? REVERSE_SETTLES : MIGRATION_SETTLES);
    }

    MigrationException notDeterministic(ItemKey key) {
        return stop(
                FailureCode.NOT_DETERMINISTIC,
                "migration is not deterministic",
                key,
                "Called twice with the same item, it gave two different changes",
                "Take time and ids from RunContext.startedAt() and runId(), and call no clock, random source or service");
    }

    MigrationException unprovableDelete(ItemKey key) {
        return stop(
                FailureCode.DELETE_UNPROVABLE,
                "delete cannot be proved",
                key,
                "It deletes, and what the application adds meanwhile would be lost unnoticed",
                "Update the original into a tombstone instead, or declare @Writers(versionAttribute), (attributes) or"
                        + " (addNothing)");
    }

    MigrationException ledgerWithoutVersion() {
        return FailureCode.LEDGER_UNPROVABLE.exception("guard cannot be proved: " + where()
                + ". @Guard(LEDGER) is declared, a version attribute is not. Declare @Writers(versionAttribute).");
    }

    private MigrationException stop(FailureCode code, String what, ItemKey key, String facts, String wayOut) {
        return code.exception(what + ": " + where() + ", item with key "
                + key.attributes().keySet().stream().sorted().toList() + " and hash "
                + KeyHash.masked(key, plan.runId()) + ". " + facts + ". " + wayOut + ".");
    }

    private String where() {
        var table =
                plan.table().map(identity -> ", table " + identity.logical()).orElse("");
        return migration + ", version " + plan.version() + table;
    }

    static String changesAgain(Set<String> names) {
        return "changes " + names + " again";
    }
}
