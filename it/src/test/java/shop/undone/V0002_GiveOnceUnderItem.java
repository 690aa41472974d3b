package shop.undone;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Guard;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.RunContext;

/** The same, where somebody has declared a guard. */
@Migration(version = 2, table = "Things", description = "")
@Guard(Guard.Mode.ITEM)
public final class V0002_GiveOnceUnderItem implements Reversible {
    @Override
    public Change migrate(Item item, RunContext run) {
        return Points.giveOnce(item);
    }

    @Override
    public Change reverse(Item item, RunContext run) {
        return Points.take(item);
    }
}
