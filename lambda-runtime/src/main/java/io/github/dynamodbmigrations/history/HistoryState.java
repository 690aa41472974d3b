package io.github.dynamodbmigrations.history;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a history knew at one moment. Read it under the lock before anything is decided by it.
 *
 * @param id the history's id
 * @param baseline versions up to it count as applied without a run: what the data had reached before this history began
 * @param status the current status
 * @param lastRank the rank that was allotted last, 0 if none was
 * @param runs all runs, in the order of their ranks
 * @param bindings the tables that were claimed, by logical name
 * @param amendments what people did to it beside running migrations, in the order in which they did it
 */
public record HistoryState(
        HistoryId id,
        long baseline,
        CurrentStatus status,
        long lastRank,
        List<Run> runs,
        Map<String, Binding> bindings,
        List<Amendment> amendments) {
    /** Copies and orders the runs, and gives those that were realigned the checksums that count. */
    public HistoryState {
        amendments = List.copyOf(amendments);
        var acts = amendments.stream().map(Amendment::act).toList();
        runs = runs.stream()
                .map(run -> realigned(run, acts))
                .sorted(Comparator.comparingLong(Run::rank))
                .toList();
        bindings = Map.copyOf(bindings);
    }

    /** One that nobody amended. */
    public HistoryState(
            HistoryId id,
            long baseline,
            CurrentStatus status,
            long lastRank,
            List<Run> runs,
            Map<String, Binding> bindings) {
        this(id, baseline, status, lastRank, runs, bindings, List.of());
    }

    private static Run realigned(Run run, List<Amendment.Act> acts) {
        var last = run;
        for (var act : acts) {
            last = act instanceof Amendment.Realigned realigned ? realigned.applyTo(last) : last;
        }
        return last;
    }

    /** Who let a run succeed without its verify pass, if somebody did, and it did not go on after all. */
    public Optional<Amendment> unverified(Run run) {
        var act = new Amendment.Unverified(run.key(), run.pass());
        return amendments.stream()
                .filter(it -> run.state() == RunState.SUCCEEDED && it.act().equals(act))
                .findFirst();
    }

    /**
     * This history as it is once a baseline has been honoured: only one that has not begun has none yet.
     *
     * @param version the version that the data has
     * @param firstVersion the version that data has before the first migration
     * @return this, or the same with a baseline
     */
    public HistoryState withBaseline(long version, long firstVersion) {
        return mayHaveBaseline(version, firstVersion)
                ? new HistoryState(
                        id,
                        version,
                        new CurrentStatus(CurrentStatus.Status.SUCCEEDED, Optional.of(status.version()), version),
                        lastRank,
                        runs,
                        bindings,
                        amendments)
                : this;
    }

    /**
     * Whether somebody may still say which version the data has: before anything ran, once.
     *
     * @param version the version that the data has
     * @param firstVersion the version that data has before the first migration
     * @return whether that would be honoured
     */
    public boolean mayHaveBaseline(long version, long firstVersion) {
        return lastRank == 0 && (isLeftFailed() ? version >= baseline : baseline == firstVersion && version > baseline);
    }

    /** Whether another tool's last migration failed, so that nobody knows what the data has until somebody says it. */
    public boolean isLeftFailed() {
        return lastRank == 0 && status.isLeftFailed();
    }

    /** Whether a version that was applied may lack its class. */
    public boolean mayBeMissing(long version) {
        return amendments.stream().anyMatch(it -> it.act().equals(new Amendment.Accepted(version)));
    }

    /**
     * Whether somebody has said that a table took the place of another one of the same logical name.
     *
     * @param former the table that there was
     * @param now the table that there is
     * @return whether somebody has
     */
    public boolean isRebound(TableIdentity former, TableIdentity now) {
        return former.logical().equals(now.logical())
                && !Binding.of(former).isOf(now)
                && amendments.stream()
                        .anyMatch(it -> it.act() instanceof Amendment.Rebound rebound
                                && rebound.to().equals(Binding.of(now)));
    }

    /** Whether somebody has said that items which a run left alone count as they are. */
    public boolean isWaived(Run run) {
        return amendments.stream()
                .anyMatch(it -> it.act() instanceof Amendment.Waived waived
                        && waived.run().equals(run.key()));
    }

    /** Whether its table has the data of before this run again. */
    public boolean isForgotten(Run run) {
        return amendments.stream()
                .anyMatch(it -> it.act() instanceof Amendment.Restored restored
                        && restored.runs().contains(run.key()));
    }

    /** Whether what was applied of a version is to be applied again. */
    public boolean isForgotten(long version) {
        return latest(version).filter(this::isForgotten).isPresent();
    }

    /** Whether a later version is applied, and this one is not to be applied again. */
    public boolean isOvertaken(long version) {
        return version < highestApplied() && !isForgotten(version);
    }

    /** What guards in items say to the runs of this history. */
    public KnownGuards guards() {
        return new KnownGuards(
                amendments.stream().anyMatch(it -> it.act() instanceof Amendment.GuardsAccepted),
                runs.stream().filter(this::isForgotten).map(Run::rank).collect(Collectors.toUnmodifiableSet()));
    }

    /** The latest run. */
    public Optional<Run> last() {
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
    }

    /** The run that keeps every other rank from starting: the latest, unless it ended with success. */
    public Optional<Run> unfinished() {
        return last().filter(run -> run.state().isUnfinished() && !isForgotten(run));
    }

    /** The latest run of a version. */
    public Optional<Run> latest(long version) {
        return runs.stream().filter(run -> run.version() == version).reduce((earlier, later) -> later);
    }

    /** Whether a version counts as applied. */
    public boolean isApplied(long version) {
        return version <= baseline
                || latest(version)
                        .filter(run -> run.state() == RunState.SUCCEEDED && run.direction() == Direction.UP)
                        .filter(run -> !isForgotten(run))
                        .isPresent();
    }

    /** The highest version that counts as applied. */
    public long highestApplied() {
        return highestAppliedBelow(Long.MAX_VALUE);
    }

    /** The highest version below another one that counts as applied: what the data has when that one is undone. */
    public long highestAppliedBelow(long version) {
        return runs.stream()
                .mapToLong(Run::version)
                .filter(it -> it < version && isApplied(it))
                .reduce(baseline, Math::max);
    }

    /**
     * Stops if the logical name of a table stood for another one before.
     *
     * @param table the table that is to be used
     * @throws io.github.dynamodbmigrations.MigrationException if it is another one
     */
    public void requireBound(TableIdentity table) {
        Optional.ofNullable(bindings.get(table.logical())).ifPresent(bound -> bound.require(table));
    }
}
