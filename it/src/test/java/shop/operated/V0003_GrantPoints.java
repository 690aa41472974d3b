package shop.operated;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Guard;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;
import java.math.BigDecimal;

/** Does not settle, and remembers in each item that it was there. */
@Migration(version = 3, table = "Things", description = "")
@Guard(Guard.Mode.ITEM)
public final class V0003_GrantPoints implements ItemMigration {
    @Override
    public Change migrate(Item item, RunContext run) {
        return Change.update(item.with(
                "points", item.number("points").orElse(BigDecimal.ZERO).add(BigDecimal.TEN)));
    }
}
