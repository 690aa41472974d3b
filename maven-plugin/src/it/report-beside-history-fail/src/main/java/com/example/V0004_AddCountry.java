package com.example;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;

@Migration(version = 4, table = "Orders", description = "Add the country")
public final class V0004_AddCountry implements ItemMigration {
    @Override
    public Change migrate(Item item, RunContext run) {
        return Change.update(item.with("country", "DE"));
    }
}
