package io.github.dynamodbmigrations.segment;

import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.segment.ItemOutcome.Kind;
import java.util.List;

/** What happened to the items of a page. */
record PageResult(List<ItemOutcome> outcomes) {
    /** What was finished before the first item that was not. */
    PageResult finished() {
        return new PageResult(outcomes.stream()
                .takeWhile(outcome -> outcome.kind() != Kind.UNFINISHED)
                .toList());
    }

    int size() {
        return outcomes.size();
    }

    Tally tally() {
        return new Tally(
                outcomes.size(),
                count(Kind.KEPT) + unproven(),
                count(Kind.UPDATED),
                count(Kind.DELETED),
                count(Kind.REJECTED),
                count(Kind.VANISHED),
                count(Kind.REPLAYED),
                count(Kind.DEFERRED) + residual(),
                outcomes.stream().mapToLong(ItemOutcome::puts).sum(),
                outcomes.stream().mapToLong(ItemOutcome::conflicts).sum());
    }

    long residual() {
        return count(Kind.RESIDUAL);
    }

    long unproven() {
        return count(Kind.UNPROVEN);
    }

    private long count(Kind kind) {
        return outcomes.stream().filter(outcome -> outcome.kind() == kind).count();
    }
}
