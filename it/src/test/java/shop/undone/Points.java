package shop.undone;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import java.math.BigDecimal;

/** Adds points where there are some: what cannot settle, up or down. */
final class Points {
    private static final BigDecimal GIVEN = BigDecimal.valueOf(100);

    private Points() {}

    static Change give(Item item) {
        return add(item, GIVEN);
    }

    static Change take(Item item) {
        return add(item, GIVEN.negate());
    }

    /** Settles, since the item shows it; what takes it back does not. */
    static Change giveOnce(Item item) {
        return item.has("given")
                ? Change.keep()
                : item.number("points")
                        .<Change>map(before -> Change.update(
                                item.with("points", before.add(GIVEN)).with("given", "yes")))
                        .orElse(Change.keep());
    }

    /** Gives to whom nothing was given, so that it takes over what other code has given. */
    static Change giveWhoHasFew(Item item) {
        return item.number("points")
                        .filter(points -> points.compareTo(GIVEN) < 0)
                        .isPresent()
                ? give(item)
                : Change.keep();
    }

    private static Change add(Item item, BigDecimal points) {
        return item.number("points")
                .<Change>map(before -> Change.update(item.with("points", before.add(points))))
                .orElse(Change.keep());
    }
}
