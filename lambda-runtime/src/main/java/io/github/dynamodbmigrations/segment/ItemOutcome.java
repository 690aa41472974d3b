package io.github.dynamodbmigrations.segment;

/**
 * What happened to one item.
 *
 * @param kind which of the tally's counters it belongs to
 * @param puts further items put with it
 * @param conflicts conditions that the application's writes made us lose
 */
record ItemOutcome(Kind kind, int puts, int conflicts) {
    /** The tally's counters, and three that are kept beside it. */
    enum Kind {
        KEPT,
        UPDATED,
        DELETED,
        REJECTED,
        VANISHED,
        REPLAYED,
        DEFERRED,
        /** Found unmigrated by a pass that only looks. */
        RESIDUAL,
        /** Not known whether it was migrated. */
        UNPROVEN,
        /** The deadline was reached before it was begun, or while its write waited: its page ends before it. */
        UNFINISHED
    }

    static ItemOutcome of(Kind kind) {
        return new ItemOutcome(kind, 0, 0);
    }

    static ItemOutcome of(Kind kind, int conflicts) {
        return new ItemOutcome(kind, 0, conflicts);
    }
}
