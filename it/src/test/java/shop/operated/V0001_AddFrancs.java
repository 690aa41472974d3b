package shop.operated;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.Scan;

/** Other code of the same version. */
@Migration(version = 1, table = "Things", description = "")
@Scan(filter = "attribute_not_exists(currency)")
public final class V0001_AddFrancs implements ItemMigration {
    @Override
    public Change migrate(Item item, RunContext run) {
        return item.has("broken") ? Change.reject("broken") : Change.update(item.with("currency", "CHF"));
    }
}
