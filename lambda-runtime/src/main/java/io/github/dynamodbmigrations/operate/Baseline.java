package io.github.dynamodbmigrations.operate;

import io.github.dynamodbmigrations.history.Amendment;
import io.github.dynamodbmigrations.history.Amendments;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Holding;
import java.util.List;

/**
 * Says which version the data had when its history began.
 *
 * @param firstVersion the version that data has before the first migration
 * @param amendments where it is done
 */
public record Baseline(long firstVersion, Amendments amendments) {
    /**
     * Does it.
     *
     * @param holding the lock
     * @param state the history, read under it
     * @param version the version
     * @param signature who and why
     * @return what was done, as lines
     * @throws io.github.dynamodbmigrations.MigrationException if anything was done to the data already
     */
    public List<String> set(Holding holding, HistoryState state, long version, Signature signature) {
        if (state.runs().isEmpty() && !state.isLeftFailed() && state.baseline() == version && version > firstVersion) {
            return List.of("nothing to do: versions up to " + version + " count as applied already");
        }
        if (state.mayHaveBaseline(version, firstVersion)) {
            var done = amendments.append(holding, new Amendment.Baseline(version), signature.who(), signature.why());
            return List.of(done.act().line());
        }
        if (!state.runs().isEmpty() || state.baseline() != firstVersion) {
            throw FailureCode.HISTORY_NOT_EMPTY.exception("history is not empty: a baseline of " + version
                    + " was asked for. It has " + state.runs().size() + " runs, and began at version "
                    + state.baseline()
                    + ". Give this data a history of its own with <historyTable>, or let its versions run.");
        }
        throw FailureCode.UNKNOWN_TARGET.exception("baseline " + version + " covers no version: they begin above "
                + firstVersion + ". Name the version that the data has with -Ddynamodb-migrations.baselineVersion.");
    }
}
