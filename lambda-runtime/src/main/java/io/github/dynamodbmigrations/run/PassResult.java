package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import io.github.dynamodbmigrations.checkpoint.Tally;
import java.util.List;

/**
 * What came of a pass, summed over its segments.
 *
 * @param isComplete whether every segment has come to its end
 * @param evaluated items looked at
 * @param tally what happened to the items selected
 * @param residual items that are still to be changed
 * @param unproven items of which nobody knows
 */
public record PassResult(boolean isComplete, long evaluated, Tally tally, long residual, long unproven) {
    static PassResult of(List<Checkpoint> checkpoints, int totalSegments) {
        var done = checkpoints.stream().filter(Checkpoint::done).count();
        return new PassResult(
                done == totalSegments,
                checkpoints.stream().mapToLong(Checkpoint::evaluated).sum(),
                checkpoints.stream().map(Checkpoint::tally).reduce(Tally.ZERO, Tally::plus),
                checkpoints.stream().mapToLong(Checkpoint::residual).sum(),
                checkpoints.stream().mapToLong(Checkpoint::unproven).sum());
    }
}
