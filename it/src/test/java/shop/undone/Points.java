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

    private static Change add(Item item, BigDecimal points) {
        return item.number("points")
                .<Change>map(before -> Change.update(item.with("points", before.add(points))))
                .orElse(Change.keep());
    }
}
