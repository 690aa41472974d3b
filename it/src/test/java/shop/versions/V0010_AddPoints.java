package shop.versions;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.RunContext;

/** Settles in both directions, and rejects what is broken. */
@Migration(version = 10, table = "Shop", description = "Say how many points an order gave")
public final class V0010_AddPoints implements Reversible {
    @Override
    public Change migrate(Item item, RunContext run) {
        if (item.has("broken")) {
            return Change.reject("broken");
        }
        return item.has("points") ? Change.keep() : Change.update(item.with("points", 0));
    }

    @Override
    public Change reverse(Item item, RunContext run) {
        return item.has("points") ? Change.update(item.without("points")) : Change.keep();
    }
}
