package io.github.dynamodbmigrations.history;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run undoes: everything that was applied of a version since an undo of it left nothing. Items carry the rank that
 * wrote them last, so that each of these ranks counts: a run may have failed, and another have gone on with changed code.
 *
 * @param rank of the run that applied the version
 * @param reaches the version that the data has when it is undone
 * @param earlier the ranks of runs that wrote items of the version before
 * @param undos the ranks of runs that undid it since the first of all these; what they wrote is undone already
 */
public record Undoing(long rank, long reaches, Set<Long> earlier, Set<Long> undos) {
    /** Copies the ranks. */
    public Undoing {
        earlier = Set.copyOf(earlier);
        undos = Set.copyOf(undos);
    }

    /** Of the only run that applied the version. */
    public Undoing(long rank, long reaches) {
        this(rank, reaches, Set.of(), Set.of());
    }

    /**
     * What an undo of a version that was applied has to undo.
     *
     * @param history what was applied; forgotten runs are no more in the table
     * @param version the version
     * @return it
     */
    public static Undoing of(HistoryState history, long version) {
        var applied =
                ranks(history, version, run -> run.direction() == Direction.UP).reduce(0L, Math::max);
        var complete = ranks(history, version, run -> isComplete(history, run)).reduce(0L, Math::max);
        var earlier = ranks(history, version, run -> run.direction() == Direction.UP && run.wrote())
                .filter(rank -> rank > complete && rank < applied)
                .collect(Collectors.toSet());
        var first = earlier.stream().reduce(applied, Math::min);
        var undos = ranks(history, version, run -> run.direction() == Direction.DOWN)
                .filter(rank -> rank > first)
                .collect(Collectors.toSet());
        return new Undoing(applied, history.highestAppliedBelow(version), earlier, undos);
    }

    private static boolean isComplete(HistoryState history, Run run) {
        return isUndo(run) && run.wrote() && !history.isWaived(run);
    }

    private static boolean isUndo(Run run) {
        return run.direction() == Direction.DOWN && run.state() == RunState.SUCCEEDED;
    }

    /**
     * The last undo of a version, if it left items as they were by somebody's word: the version is still applied to them.
     *
     * @param history what was applied
     * @param version the version
     * @return its rank
     */
    public static Optional<Long> leavingItems(HistoryState history, long version) {
        var first =
                ranks(history, version, run -> run.direction() == Direction.UP).reduce(Long.MAX_VALUE, Math::min);
        return ranks(history, version, Undoing::isUndo)
                .filter(rank -> rank > first)
                .reduce(Math::max)
                .filter(rank -> history.runs().stream().anyMatch(run -> run.rank() == rank && history.isWaived(run)));
    }

    private static Stream<Long> ranks(HistoryState history, long version, Predicate<Run> which) {
        return history.runs().stream()
                .filter(run -> run.version() == version && !history.isForgotten(run))
                .filter(which)
                .map(Run::rank);
    }

    /** All ranks that applied it. */
    public Set<Long> applications() {
        var all = new TreeSet<>(earlier);
        all.add(rank);
        return Collections.unmodifiableSet(all);
    }

    /** The first rank that applied it. */
    public long first() {
        return earlier.stream().reduce(rank, Math::min);
    }

    /** All ranks that say of an item whether it is applied or undone, the last one first. */
    public List<Long> newestFirst() {
        return Stream.concat(applications().stream(), undos.stream())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The rank itself, if no other says anything of an item. */
    public Optional<Long> only() {
        return earlier.isEmpty() && undos.isEmpty() ? Optional.of(rank) : Optional.empty();
    }
}
