package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says of every version, applied or not, what state it is in. */
public final class VersionStates {
    private final HistoryState history;
    private final TreeMap<Long, PackagedMigration> migrations = new TreeMap<>();
    private final PlannerSettings settings;

    private VersionStates(
            HistoryState history, List<? extends PackagedMigration> migrations, PlannerSettings settings) {
        this.history = history;
        this.settings = settings;
        migrations.forEach(migration -> this.migrations.put(migration.version(), migration));
    }

    /**
     * All versions that the history or the code knows, in order.
     *
     * @param history what was applied
     * @param migrations what there is
     * @param settings what would be asked for
     * @param firstVersion the version that data has before the first migration, which is no baseline
     * @return a line for each
     */
    public static List<VersionInfo> of(
            HistoryState history,
            List<? extends PackagedMigration> migrations,
            PlannerSettings settings,
            long firstVersion) {
        var states = new VersionStates(history, migrations, settings);
        var versions = new TreeSet<>(states.migrations.keySet());
        history.runs().forEach(run -> versions.add(run.version()));
        if (history.baseline() > firstVersion) {
            versions.add(history.baseline());
        }
        return versions.stream().map(states::info).toList();
    }

    private VersionInfo info(long version) {
        var migration = Optional.ofNullable(migrations.get(version));
        var run = history.latest(version);
        var drift = migration
                .filter(it -> history.isApplied(version))
                .flatMap(it -> run.map(applied -> Drift.of(applied, it)))
                .orElse(Drift.NONE);
        return new VersionInfo(version, migration, run.map(this::ran).orElseGet(() -> notRun(version)), run, drift);
    }

    private VersionState notRun(long version) {
        if (version == history.baseline()) {
            return migrations.containsKey(version) ? VersionState.IGNORED_BASELINE : VersionState.BASELINE;
        }
        return version < history.baseline() ? VersionState.BELOW_BASELINE : pending(version);
    }

    private VersionState pending(long version) {
        if (version > settings.target().orElse(Long.MAX_VALUE)) {
            return VersionState.ABOVE_TARGET;
        }
        return history.isOvertaken(version) && !settings.outOfOrder() ? VersionState.IGNORED : VersionState.PENDING;
    }

    private VersionState ran(Run run) {
        if (history.isForgotten(run)) {
            return pending(run.version());
        }
        if (run.state() == RunState.RUNNING) {
            return VersionState.RUNNING;
        }
        if (run.state() == RunState.UNDONE
                || (run.state() == RunState.SUCCEEDED && run.direction() == Direction.DOWN)) {
            return VersionState.UNDONE;
        }
        return run.state() == RunState.SUCCEEDED ? succeeded(run) : failed(run);
    }

    private VersionState succeeded(Run run) {
        if (isAbsent(run) && run.version() >= settings.emitFrom()) {
            if (history.mayBeMissing(run.version())) {
                return VersionState.DELETED;
            }
            return isNewest(run) ? VersionState.FUTURE : VersionState.MISSING;
        }
        var outOfOrder = history.runs().stream()
                .anyMatch(earlier -> earlier.rank() < run.rank()
                        && earlier.version() > run.version()
                        && history.isApplied(earlier.version()));
        return outOfOrder ? VersionState.OUT_OF_ORDER : VersionState.SUCCESS;
    }

    private VersionState failed(Run run) {
        if (isAbsent(run)) {
            return isNewest(run) ? VersionState.FAILED_FUTURE : VersionState.FAILED_MISSING;
        }
        return run.state() == RunState.INTERRUPTED ? VersionState.INTERRUPTED : VersionState.FAILED;
    }

    private boolean isAbsent(Run run) {
        return !migrations.containsKey(run.version());
    }

    private boolean isNewest(Run run) {
        return migrations.isEmpty() || run.version() > migrations.lastKey();
    }
}
