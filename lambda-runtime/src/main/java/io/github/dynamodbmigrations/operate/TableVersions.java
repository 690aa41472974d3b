package io.github.dynamodbmigrations.operate;

import io.github.dynamodbmigrations.history.Amendment;
import io.github.dynamodbmigrations.history.Amendment.Act;
import io.github.dynamodbmigrations.history.Binding;
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
            var applied = appliedTo(state, rebound.to().logical());
            if (!applied.isEmpty() && !said.containsKey(rebound.to().logical())) {
                throw missing(rebound.to(), applied);
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
        // What is unfinished on a table that has all that was applied goes on there.
        return appliedTo(state, logical).stream().noneMatch(applied -> applied > version)
                ? Optional.empty()
                : Optional.of(new Amendment.Restored(
                        logical,
                        version,
                        runsOn(state, logical).stream()
                                .filter(run -> run.version() > version)
                                .map(Run::key)
                                .toList()));
    }

    private List<Long> appliedTo(HistoryState state, String logical) {
        return runsOn(state, logical).stream()
                .map(Run::version)
                .distinct()
                .filter(version -> version > state.baseline() && state.isApplied(version))
                .sorted()
                .toList();
    }

    private List<Run> runsOn(HistoryState state, String logical) {
        return state.runs().stream()
                .filter(run -> tableOf.apply(run.key()).filter(logical::equals).isPresent())
                .toList();
    }

    private static RuntimeException missing(Binding table, List<Long> applied) {
        var highest = applied.get(applied.size() - 1);
        return FailureCode.TABLE_VERSION_MISSING.exception("version of the table's data is not said: " + table.logical()
                + ". Versions " + applied + " were applied to the table that it was, now it is " + table.text()
                + ". Add -Ddynamodb-migrations.tableVersions." + table.logical() + "=" + highest
                + " if its data has them all, or the version that it has if it is an older state: later ones are then"
                + " applied again.");
    }
}
