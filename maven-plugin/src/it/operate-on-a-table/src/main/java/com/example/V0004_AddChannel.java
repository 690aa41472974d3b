package com.example;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.RunContext;

@Migration(version = 4, table = "Orders", description = "Add the channel")
public final class V0004_AddChannel implements Reversible {
    @Override
    public Change migrate(Item item, RunContext run) {
        return Change.update(item.with("channel", "shop"));
    }

    @Override
    public Change reverse(Item item, RunContext run) {
        return Change.update(item.without("channel"));
    }
}
