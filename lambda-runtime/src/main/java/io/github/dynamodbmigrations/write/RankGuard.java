package io.github.dynamodbmigrations.write;

import io.github.dynamodbmigrations.diff.ItemSize;
import io.github.dynamodbmigrations.history.Undoing;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.RunPlan;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The guard of a run: the hidden attribute that holds the last rank applied to an item (protocols, P1).
 *
 * @param attribute its name
 * @param rank the rank of this run
 * @param undone what this run undoes, where items say which rank was applied to them last
 */
public record RankGuard(String attribute, long rank, Optional<Undoing> undone) {
    /** Of a run. */
    public static RankGuard of(RunPlan plan) {
        return new RankGuard(
                plan.guardAttribute(), plan.rank(), plan.undoing().filter(it -> plan.guard() == GuardMode.ITEM));
    }

    /** What an image's guard says of this run. */
    public enum State {
        /** No rank was ever applied under a guard. */
        UNGUARDED,
        /** An earlier rank was the last; if the run undoes some, one of those. */
        EARLIER,
        /** This rank has been applied. */
        DONE,
        /** A later rank has been applied: this run has been left behind and must stop. */
        SUPERSEDED,
        /** No rank that the run undoes was applied to this item, or it is undone already. */
        UNTOUCHED,
        /** After a rank that the run undoes, another one was applied: the guard does not say what came of this one. */
        LATER,
        /** The attribute is no number, so that something else wrote it. */
        FOREIGN
    }

    /** What an image's guard says. */
    public State in(Map<String, AttributeValue> image) {
        var value = Optional.ofNullable(image.get(attribute));
        if (value.isEmpty()) {
            return undone.isPresent() ? State.UNTOUCHED : State.UNGUARDED;
        }
        if (value.get().type() != AttributeValue.Type.N) {
            return State.FOREIGN;
        }
        var applied = new BigDecimal(value.get().n());
        var order = applied.compareTo(BigDecimal.valueOf(rank));
        if (order >= 0) {
            return order == 0 ? State.DONE : State.SUPERSEDED;
        }
        return undone.map(it -> before(applied, it)).orElse(State.EARLIER);
    }

    private static State before(BigDecimal applied, Undoing undone) {
        if (isOneOf(undone.applications(), applied)) {
            return State.EARLIER;
        }
        return applied.compareTo(BigDecimal.valueOf(undone.first())) < 0 || isOneOf(undone.undos(), applied)
                ? State.UNTOUCHED
                : State.LATER;
    }

    private static boolean isOneOf(Set<Long> ranks, BigDecimal applied) {
        return ranks.stream().anyMatch(it -> applied.compareTo(BigDecimal.valueOf(it)) == 0);
    }

    /** The last rank that an image says was applied; 0 if it says none. */
    public long rankIn(Map<String, AttributeValue> image) {
        var value = image.get(attribute);
        return value != null && value.type() == AttributeValue.Type.N ? new BigDecimal(value.n()).longValue() : 0;
    }

    /** The rank as it is stored. */
    public AttributeValue value() {
        return AttributeValue.fromN(Long.toString(rank));
    }

    /** What setting it adds to an item. */
    public int bytes() {
        return (int) ItemSize.bytes(Map.of(attribute, value()));
    }
}
