package shop.versions;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.RunContext;

/** Settles in both directions. */
@Migration(version = 9, table = "Shop", description = "Say where an order came from")
public final class V0009_AddChannel implements Reversible {
    @Override
    public Change migrate(Item item, RunContext run) {
        return item.has("channel") ? Change.keep() : Change.update(item.with("channel", "web"));
    }

    @Override
    public Change reverse(Item item, RunContext run) {
        return item.has("channel") ? Change.update(item.without("channel")) : Change.keep();
    }
}
