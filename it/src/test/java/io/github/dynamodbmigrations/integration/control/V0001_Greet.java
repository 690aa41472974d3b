package io.github.dynamodbmigrations.integration.control;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;

/** Sets an attribute that no item has before. */
@Migration(version = 1, table = "Things", description = "Greet")
public final class V0001_Greet implements ItemMigration {
    @Override
    public Change migrate(Item item, RunContext run) {
        return Change.update(item.with("greeting", "hello"));
    }
}
