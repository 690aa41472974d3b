package com.example;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;

@Migration(version = 2, table = "Orders", description = "Add the currency")
public final class V0002_AddCurrency implements ItemMigration {
    @Override
    public Change migrate(Item item, RunContext run) {
        return item.string("broken").isPresent() && item.string("currency").isEmpty()
                ? Change.reject("broken")
                : Change.update(item.with("currency", "known"));
    }
}
