package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.history.FailureCode;

/**
 * Applies everything, and then shows that nothing is left to do: each run is walked again, and the latest version is asked
 * for again.
 *
 * @param runner applies what is pending
 * @param secondWalk walks a run again
 * @param console tells people
 */
record Rehearsal(DirectRunner runner, SecondWalk secondWalk, Console console) {
    /**
     * Rehearses.
     *
     * @throws io.github.dynamodbmigrations.MigrationException if a run did not succeed, or anything was done twice
     */
    void rehearse() {
        runner.migrate(this::walkAgain);
        console.line("");
        var again = runner.migrate(run -> {});
        if (!again.isEmpty()) {
            throw FailureCode.STARTED_AGAIN.exception("a run started again: version "
                    + again.get(0).version() + ". It had succeeded, and was asked for again. Please report it.");
        }
        console.line("Asked for the latest version again: nothing started.");
    }

    private void walkAgain(ActiveRun succeeded) {
        if (!succeeded.isTask()) {
            var tally = secondWalk.walk(succeeded);
            console.line("  walked again from the beginning: " + Text.number(tally.scanned()) + " items, 0 writes");
        }
    }
}
