package shop.undone;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.RunContext;

/** Settles up and not down, and nothing remembers it. */
@Migration(version = 2, table = "Things", description = "")
public final class V0002_GiveOnce implements Reversible {
    @Override
    public Change migrate(Item item, RunContext run) {
        return Points.giveOnce(item);
    }

    @Override
    public Change reverse(Item item, RunContext run) {
        return Points.take(item);
    }
}
