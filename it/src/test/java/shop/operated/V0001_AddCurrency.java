package shop.operated;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.Scan;

/** Settles, and rejects what is broken. */
@Migration(version = 1, table = "Things", description = "")
@Scan(filter = "attribute_not_exists(currency)")
public final class V0001_AddCurrency implements ItemMigration {
    @Override
    public Change migrate(Item item, RunContext run) {
        return item.has("broken") ? Change.reject("broken") : Change.update(item.with("currency", "EUR"));
    }
}
