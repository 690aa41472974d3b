package shop.undone;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Guard;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.OnChange;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.RunContext;

/** Goes on on the way back. */
@Migration(version = 2, table = "Things", description = "", onChange = OnChange.REAPPLY)
@Guard(Guard.Mode.ITEM)
public final class V0002_ThirdUnderItem implements Reversible {
    @Override
    public Change migrate(Item item, RunContext run) {
        return Points.giveWhoHasFew(item);
    }

    @Override
    public Change reverse(Item item, RunContext run) {
        return Points.take(item);
    }
}
