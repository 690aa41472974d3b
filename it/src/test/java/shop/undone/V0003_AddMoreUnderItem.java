package shop.undone;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Guard;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.RunContext;
import java.math.BigDecimal;

/** Adds points again. */
@Migration(version = 3, table = "Things", description = "")
@Guard(Guard.Mode.ITEM)
public final class V0003_AddMoreUnderItem implements Reversible {
    private static final BigDecimal POINTS = BigDecimal.valueOf(100);

    @Override
    public Change migrate(Item item, RunContext run) {
        return add(item, POINTS);
    }

    @Override
    public Change reverse(Item item, RunContext run) {
        return add(item, POINTS.negate());
    }

    private static Change add(Item item, BigDecimal points) {
        return item.number("points")
                .<Change>map(before -> Change.update(item.with("points", before.add(points))))
                .orElse(Change.keep());
    }
}
