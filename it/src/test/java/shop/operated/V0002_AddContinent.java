package shop.operated;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.Scan;

/** Settles. */
@Migration(version = 2, table = "Things", description = "")
@Scan(filter = "attribute_not_exists(continent)")
public final class V0002_AddContinent implements ItemMigration {
    @Override
    public Change migrate(Item item, RunContext run) {
        return Change.update(item.with("continent", "eu"));
    }
}
