package io.github.dynamodbmigrations.history;

import java.time.Instant;
import java.util.Optional;

/**
 * What operators ask of whatever works on a history. Workers read it every few seconds.
 *
 * @param revision one more with every change; 0 before the first
 * @param rate capacity units that replace those of a run
 * @param pause who wants all runs to wait, and why; it stays until somebody resumes
 * @param abort which run is to end
 */
public record Control(long revision, Optional<Rate> rate, Optional<Wish> pause, Optional<Abort> abort) {
    /** Nothing is asked. */
    public static final Control NONE = new Control(0, Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Who asks, and why.
     *
     * @param who as people know them
     * @param why in their words; no item data
     * @param since when they asked, by their own clock: for people only
     */
    public record Wish(String who, String why, Instant since) {
        /** {@code ada@laptop since 2026-11-24T15:24:12Z: the sale goes on}. */
        @Override
        public String toString() {
            return who + " since " + since + (why.isEmpty() ? "" : ": " + why);
        }
    }

    /**
     * Another rate, of all workers together. It belongs to one run, so that it never meets another table.
     *
     * @param run which run
     * @param readUnits per second; 0 leaves them as they were planned
     * @param writeUnits per second; 0 leaves them as they were planned
     * @param wish who asks
     */
    public record Rate(RunKey run, double readUnits, double writeUnits, Wish wish) {}

    /**
     * The end of a run's present attempt.
     *
     * @param run which run
     * @param epoch the lock's epoch of that attempt: a later attempt is not meant
     * @param wish who asks
     */
    public record Abort(RunKey run, long epoch, Wish wish) {}

    /** The rate that is asked for a run. */
    public Optional<Rate> rateOf(RunKey run) {
        return rate.filter(asked -> asked.run().equals(run));
    }

    /** Who wants an attempt of a run to end: the one that holds the lock in that epoch, or an earlier one. */
    public Optional<Wish> abortOf(RunKey run, long epoch) {
        return abort.filter(asked -> asked.run().equals(run) && epoch <= asked.epoch())
                .map(Abort::wish);
    }

    /** With another rate. */
    public Control withRate(Rate asked) {
        return new Control(revision, Optional.of(asked), pause, abort);
    }

    /** Paused. */
    public Control paused(Wish wish) {
        return new Control(revision, rate, Optional.of(wish), abort);
    }

    /** No longer paused. */
    public Control resumed() {
        return new Control(revision, rate, Optional.empty(), abort);
    }

    /** With an attempt to end. */
    public Control withAbort(Abort asked) {
        return new Control(revision, rate, pause, Optional.of(asked));
    }
}
