package io.github.dynamodbmigrations.report;

import io.github.dynamodbmigrations.bundle.Bundle;
import io.github.dynamodbmigrations.bundle.CompiledSources;
import io.github.dynamodbmigrations.history.Amendment;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.plan.Drift;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import io.github.dynamodbmigrations.plan.VersionInfo;
import io.github.dynamodbmigrations.plan.VersionState;
import io.github.dynamodbmigrations.plan.VersionStates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Every version that the code or the history knows, and its state.
 *
 * @param versions in order
 * @param history what reading the history came to
 * @param emitFrom the lowest version that has to be emitted for this history; empty if that is every version, or unknown
 */
public record Info(List<VersionInfo> versions, HistoryReading history, OptionalLong emitFrom) implements Report {
    /** Reads class files and history. */
    public static Info read(ReportRequest request) {
        CompiledSources.require(request.bundle().project(), request.goal());
        var found = Bundle.discover(request.bundle());
        var migrations = found.migrations().stream().map(FoundMigration::new).toList();
        return of(request.planner(), migrations, request.history().read(request.clock()));
    }

    static Info of(PlannerSettings planner, List<FoundMigration> migrations, HistoryReading history) {
        var versions = history.state()
                .map(state -> VersionStates.of(
                        state, migrations, planner, history.settings().firstVersion()))
                .orElseGet(() -> migrations.stream().map(Info::unknown).toList());
        return new Info(
                versions,
                history,
                history.state().map(state -> emitFrom(state, migrations)).orElse(OptionalLong.empty()));
    }

    private static VersionInfo unknown(FoundMigration migration) {
        return new VersionInfo(
                migration.version(), Optional.of(migration), VersionState.UNKNOWN, Optional.empty(), Drift.NONE);
    }

    /** The first version that was not applied, else the newest one: it checks that all below it were. */
    private static OptionalLong emitFrom(HistoryState history, List<FoundMigration> migrations) {
        var versions =
                migrations.stream().mapToLong(FoundMigration::version).sorted().toArray();
        for (var i = 0; i < versions.length; i++) {
            if (!history.isApplied(versions[i]) || i == versions.length - 1) {
                return i == 0 ? OptionalLong.empty() : OptionalLong.of(versions[i]);
            }
        }
        return OptionalLong.empty();
    }

    /** By version, whose word it was that its run succeeded without a verify pass. */
    Map<Long, Amendment> unverified() {
        var words = new TreeMap<Long, Amendment>();
        history.state()
                .ifPresent(state -> versions.forEach(version -> version.run()
                        .flatMap(state::unverified)
                        .ifPresent(word -> words.put(version.version(), word))));
        return words;
    }

    @Override
    public List<String> text() {
        return InfoText.of(this);
    }

    @Override
    public String json() {
        return InfoJson.of(this);
    }
}
