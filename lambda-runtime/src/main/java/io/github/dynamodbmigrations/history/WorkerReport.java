package io.github.dynamodbmigrations.history;

import java.time.Instant;
import java.util.Optional;

/**
 * What a process that works on a run says of its pace, for people.
 *
 * @param worker which of the run's processes
 * @param reads of the read budget
 * @param writes of the write budget
 * @param waitsFor what it waits for, for example {@code throttled: write budget}; empty if it does not wait
 * @param at when it said so, by its own clock
 */
public record WorkerReport(String worker, Use reads, Use writes, Optional<String> waitsFor, Instant at) {
    /**
     * How much of a budget is used.
     *
     * @param used units per second, of late
     * @param of units per second at most
     */
    public record Use(double used, double of) {
        /** Both together. */
        public Use plus(Use more) {
            return new Use(used + more.used, of + more.of);
        }
    }
}
