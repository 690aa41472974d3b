package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.plan.MigrationDefinition;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Applies everything, takes back what can be taken back and applies it again, and then shows that nothing is left to do: each
 * run is walked again, and the latest version is asked for again.
 *
 * @param whole a runner to the target of the rehearsal
 * @param upTo a runner to a target on the way there
 * @param migrations what is applied, in order
 * @param history reads what was applied
 * @param secondWalk walks a run again
 * @param console tells people
 */
record Rehearsal(
        DirectRunner whole,
        LongFunction<DirectRunner> upTo,
        List<MigrationDefinition> migrations,
        Supplier<HistoryState> history,
        SecondWalk secondWalk,
        Console console) {
    /**
     * Rehearses.
     *
     * @throws io.github.dynamodbmigrations.MigrationException if a run did not succeed, or anything was done twice
     */
    void rehearse() {
        migrations.forEach(this::rehearse);
        console.line("");
        var again = whole.migrate(run -> {});
        if (!again.isEmpty()) {
            throw FailureCode.STARTED_AGAIN.exception("a run started again: version "
                    + again.get(0).version() + ". It had succeeded, and was asked for again. Please report it.");
        }
        console.line("Asked for the latest version again: nothing started.");
    }

    private void rehearse(MigrationDefinition migration) {
        var runner = upTo.apply(migration.version());
        runner.migrate(this::walkAgain);
        if (migration.isReversible()) {
            upTo.apply(history.get().highestAppliedBelow(migration.version())).undo(this::walkAgain);
            runner.migrate(this::walkAgain);
        }
    }

    private void walkAgain(ActiveRun succeeded) {
        if (!succeeded.isTask()) {
            var tally = secondWalk.walk(succeeded);
            console.line("  walked again from the beginning: " + Text.number(tally.scanned()) + " items, 0 writes");
        }
    }
}
