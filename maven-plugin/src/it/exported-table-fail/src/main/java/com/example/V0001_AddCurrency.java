package com.example;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;

@Migration(version = 1, table = "Orders")
public final class V0001_AddCurrency implements ItemMigration {
    @Override
    public Change migrate(Item item, RunContext run) {
        return Change.update(item.with("currency", "EUR"));
    }
}
