package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import io.github.dynamodbmigrations.checkpoint.CheckpointStore;
import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.history.Run;

/** Sums over a run's passes. */
final class Totals {
    private Totals() {}

    /** What its writing passes have done so far. */
    static Tally of(CheckpointStore checkpoints, Run run) {
        return Passes.upTo(run.pass())
                .filter(pass -> !Passes.isVerify(pass))
                .flatMap(pass -> checkpoints.ofPass(run.version(), run.rank(), pass).stream())
                .map(Checkpoint::tally)
                .reduce(Tally.ZERO, Tally::plus);
    }
}
