package io.github.dynamodbmigrations.history;

import io.github.dynamodbmigrations.checkpoint.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One application of a version, over all its attempts.
 *
 * @param version the version
 * @param rank its place in the order in which runs of this history start, from 1
 * @param direction which function is applied
 * @param state its state
 * @param runId identifies it
 * @param startedAt when it first started
 * @param endedAt when its last attempt ended; empty while it is RUNNING
 * @param attempts the newest attempts, oldest first; at least one
 * @param checksums of the code that it runs or ran
 * @param cause why it did not succeed; empty otherwise
 * @param tally the totals of its writing passes, known once an attempt has ended
 * @param wrote whether items may have been written: set before the first write
 * @param pass the number of the last pass that was begun
 */
public record Run(
        long version,
        long rank,
        Direction direction,
        RunState state,
        String runId,
        Instant startedAt,
        Optional<Instant> endedAt,
        List<Attempt> attempts,
        Checksums checksums,
        Optional<Cause> cause,
        Tally tally,
        boolean wrote,
        int pass) {
    private static final int MOST_ATTEMPTS = 100;

    /** Copies the attempts; keeps the newest hundred. */
    public Run {
        attempts = List.copyOf(attempts.subList(Math.max(0, attempts.size() - MOST_ATTEMPTS), attempts.size()));
    }

    /** The latest attempt. */
    public Attempt attempt() {
        return attempts.get(attempts.size() - 1);
    }

    /** What its items are kept under. */
    public RunKey key() {
        return new RunKey(version, rank);
    }

    /** This run in another pass. */
    public Run inPass(int number) {
        return new Run(
                version, rank, direction, state, runId, startedAt, endedAt, attempts, checksums, cause, tally, wrote,
                number);
    }
}
