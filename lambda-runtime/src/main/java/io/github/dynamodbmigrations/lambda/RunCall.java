package io.github.dynamodbmigrations.lambda;

import io.github.dynamodbmigrations.history.RunKey;

/**
 * Which run, and where in it, a state of the machine is about.
 *
 * @param run which run
 * @param pass its pass
 * @param sweeps how many sweeps the attempt has begun
 * @param epoch the lock's epoch that it was begun under
 */
record RunCall(RunKey run, int pass, int sweeps, long epoch) {
    static RunCall of(Event event) {
        var run = event.event("run");
        return new RunCall(
                new RunKey(run.number("version"), run.number("rank")),
                (int) run.number("pass"),
                (int) run.number("sweeps", 0),
                run.number("epoch"));
    }
}
