package orders.migrations;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;

/** What was ordered until now was paid in euros. */
@Migration(version = 1, table = "Orders", description = "Say in which currency an order was paid")
public final class V0001_AddCurrency implements ItemMigration {
    @Override
    public Change migrate(Item order, RunContext run) {
        return order.has("currency") ? Change.keep() : Change.update(order.with("currency", "EUR"));
    }
}
