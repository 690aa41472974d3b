package io.github.dynamodbmigrations.write;

import io.github.dynamodbmigrations.diff.ItemSize;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The guard of a run: the hidden attribute that holds the last rank applied to an item (protocols, P1).
 *
 * @param attribute its name
 * @param rank the rank of this run
 */
public record RankGuard(String attribute, long rank) {
    /** What an image's guard says of this run. */
    public enum State {
        /** No rank was ever applied under a guard. */
        UNGUARDED,
        /** An earlier rank was the last. */
        EARLIER,
        /** This rank has been applied. */
        DONE,
        /** A later rank has been applied: this run has been left behind and must stop. */
        SUPERSEDED,
        /** The attribute is no number, so that something else wrote it. */
        FOREIGN
    }

    /** What an image's guard says. */
    public State in(Map<String, AttributeValue> image) {
        var value = Optional.ofNullable(image.get(attribute));
        if (value.isEmpty()) {
            return State.UNGUARDED;
        }
        if (value.get().type() != AttributeValue.Type.N) {
            return State.FOREIGN;
        }
        var order = new BigDecimal(value.get().n()).compareTo(BigDecimal.valueOf(rank));
        return order < 0 ? State.EARLIER : order == 0 ? State.DONE : State.SUPERSEDED;
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
