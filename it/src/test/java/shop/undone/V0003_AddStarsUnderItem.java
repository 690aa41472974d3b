package shop.undone;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Guard;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.RunContext;
import java.math.BigDecimal;

/** Adds stars, which other items have than those with points. */
@Migration(version = 3, table = "Things", description = "")
@Guard(Guard.Mode.ITEM)
public final class V0003_AddStarsUnderItem implements Reversible {
    @Override
    public Change migrate(Item item, RunContext run) {
        return add(item, BigDecimal.ONE);
    }

    @Override
    public Change reverse(Item item, RunContext run) {
        return add(item, BigDecimal.ONE.negate());
    }

    private static Change add(Item item, BigDecimal stars) {
        return item.number("stars")
                .<Change>map(before -> Change.update(item.with("stars", before.add(stars))))
                .orElse(Change.keep());
    }
}
