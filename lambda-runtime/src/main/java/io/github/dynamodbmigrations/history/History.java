package io.github.dynamodbmigrations.history;

/** A history, read as a whole. Every read is consistent and follows all pages. */
public interface History {
    /**
     * Reads the history; begins it if it is not there yet. A table that already says which version its data has is adopted
     * with that version as the baseline.
     *
     * @return what it knows
     * @throws io.github.dynamodbmigrations.MigrationException if newer software has written it
     */
    HistoryState open();

    /**
     * Reads the history and writes nothing.
     *
     * @return what it knows; one that is not there yet shows as it would begin, with the id {@link HistoryId#NONE}
     * @throws io.github.dynamodbmigrations.MigrationException if newer software has written it
     */
    HistoryState read();

    /**
     * Makes versions up to one count as applied, if nothing has run and no other baseline was set.
     *
     * @param version the version that the data has
     * @return what the history knows now
     */
    HistoryState baseline(long version);
}
