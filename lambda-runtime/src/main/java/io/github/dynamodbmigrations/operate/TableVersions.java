package io.github.dynamodbmigrations.operate;

import io.github.dynamodbmigrations.history.Amendment;
import io.github.dynamodbmigrations.history.Amendment.Act;
import io.github.dynamodbmigrations.history.Binding;
import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which versions the data of tables has, as somebody says who has restored or replaced them.
 *
 * @param said the version, by logical table
 * @param tableOf the logical table that a run was about
 */
public record TableVersions(Map<String, Long> said, Function<RunKey, Optional<String>> tableOf) {
    /** Copies the map. */
    public TableVersions {
        said = Map.copyOf(said);
    }

    /**
     * What is to be applied again, table by table.
     *
     * @param state the history
     * @param exchanged the tables that took other ones' places
     * @return what is to be recorded, before these are bound
     * @throws io.github.dynamodbmigrations.MigrationException if a version is missing that matters, or below the baseline
     */
    List<Act> restored(HistoryState state, List<Amendment.Rebound> exchanged) {
        for (var rebound : exchanged) {
            var logical = rebound.to().logical();
            var written = written(state, logical);
            if (!written.isEmpty() && !said.containsKey(logical)) {
                throw missing(rebound.to(), written, highest(state, logical));
            }
        }
        var acts = new ArrayList<Act>();
        said.forEach((logical, version) -> restored(state, logical, version).ifPresent(acts::add));
        return acts;
    }

    private Optional<Act> restored(HistoryState state, String logical, long version) {
        if (version < state.baseline()) {
            throw FailureCode.BELOW_BASELINE.exception("version " + version + " of table " + logical
                    + " is below the baseline " + state.baseline()
                    + ": this history cannot apply what lies below. Give the"
                    + " table a history of its own with <historyTable>.");
        }
        var highest = highest(state, logical);
        if (version > highest) {
            throw FailureCode.TABLE_VERSION_UNKNOWN.exception("version " + version + " of table " + logical
                    + " is above what this history counts as applied to it: its highest version is " + highest
                    + ". Say -Ddynamodb-migrations.tableVersions." + logical + "=" + highest
                    + " if the data has no more than that; otherwise restore a state that has no more, or give the data a"
                    + " history of its own (<historyTable>) with `mvn dynamodb-migrations:baseline` at " + version
                    + ".");
        }
        // What is unfinished on a table that has all that was applied goes on there.
        return written(state, logical).stream().noneMatch(written -> written > version)
                ? Optional.empty()
                : Optional.of(new Amendment.Restored(
                        logical,
                        version,
                        runsOn(state, logical).stream()
                                .filter(run -> run.version() > version)
                                .filter(run -> run.direction() == Direction.UP || isUnfinished(state, run))
                                .map(Run::key)
                                .toList()));
    }

    /**
     * The versions whose items a backup of the table may have: those that count as applied, and those that were applied
     * and undone. An undo that succeeded reached an earlier version: its items have that one.
     */
    private List<Long> written(HistoryState state, String logical) {
        return runsOn(state, logical).stream()
                .filter(run -> run.wrote() || state.isApplied(run.version()))
                .filter(run -> !state.isForgotten(run) && !isUnfinished(state, run))
                .map(Run::version)
                .distinct()
                .filter(version -> version > state.baseline())
                .sorted()
                .toList();
    }

    /** The highest version that the data can have, as the history says; what is being undone may be there yet. */
    private long highest(HistoryState state, String logical) {
        return runsOn(state, logical).stream()
                .filter(run -> state.isApplied(run.version())
                        || (run.direction() == Direction.DOWN && isUnfinished(state, run)))
                .map(Run::version)
                .reduce(state.baseline(), Math::max);
    }

    /** Whether a run is what is unfinished, or one that it took over from. */
    private static boolean isUnfinished(HistoryState state, Run run) {
        return run.state().isUnfinished()
                && state.unfinished()
                        .filter(last -> last.version() == run.version())
                        .isPresent();
    }

    private List<Run> runsOn(HistoryState state, String logical) {
        return state.runs().stream()
                .filter(run -> tableOf.apply(run.key()).filter(logical::equals).isPresent())
                .toList();
    }

    private static RuntimeException missing(Binding table, List<Long> written, long highest) {
        return FailureCode.TABLE_VERSION_MISSING.exception("version of the table's data is not said: " + table.logical()
                + ". Versions " + written + " were applied to the table that it was, now it is " + table.text()
                + ". Add -Ddynamodb-migrations.tableVersions." + table.logical() + "=" + highest
                + " if its data has all that counts as applied, or the version that it has if it is an older state: later"
                + " ones are then applied again.");
    }
}
