package io.github.dynamodbmigrations.history;

import io.github.dynamodbmigrations.checkpoint.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One application of a version, over all its attempts.
 *
 * @param version the version
 * @param rank its place in the order in which runs of this history start, from 1
 * @param undoing what it undoes; empty for a run that applies its version
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
        Optional<Undoing> undoing,
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

    /** Which function it applies. */
    public Direction direction() {
        return Direction.of(undoing);
    }

    /** What comes of its success: the version that the data has then. */
    public long reaches() {
        return undoing.map(Undoing::reaches).orElse(version);
    }

    /** The latest attempt. */
    public Attempt attempt() {
        return attempts.get(attempts.size() - 1);
    }

    /** What its items are kept under. */
    public RunKey key() {
        return new RunKey(version, rank);
    }

    /** This run with one more attempt, of this code. */
    public Run resumed(Attempt next, Checksums code) {
        var all = new ArrayList<>(attempts);
        all.add(next);
        return with(RunState.RUNNING, Optional.empty(), all, code, Optional.empty(), tally, pass);
    }

    /** This run, of code that counts as the code that it ran. */
    Run withChecksums(Checksums code) {
        return with(state, endedAt, attempts, code, cause, tally, pass);
    }

    /** This run in another pass. */
    public Run inPass(int next) {
        return with(state, endedAt, attempts, checksums, cause, tally, next);
    }

    /** This run, ended. */
    public Run ended(RunState how, Optional<Cause> why, Tally totals, Instant now) {
        return with(how, Optional.of(now), attempts, checksums, why, totals, pass);
    }

    private Run with(
            RunState newState,
            Optional<Instant> newEnd,
            List<Attempt> newAttempts,
            Checksums newChecksums,
            Optional<Cause> newCause,
            Tally newTally,
            int newPass) {
        return new Run(
                version,
                rank,
                undoing,
                newState,
                runId,
                startedAt,
                newEnd,
                newAttempts,
                newChecksums,
                newCause,
                newTally,
                wrote,
                newPass);
    }
}
