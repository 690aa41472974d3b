package com.example;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;

@Migration(version = 3, table = "Orders", description = "Add the country")
public final class V0003_AddCountry implements ItemMigration {
    @Override
    public Change migrate(Item item, RunContext run) {
        return item.string("broken").isPresent() && item.string("country").isEmpty()
                ? Change.reject("broken")
                : Change.update(item.with("country", "known"));
    }
}
