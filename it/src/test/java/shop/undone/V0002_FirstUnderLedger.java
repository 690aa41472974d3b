package shop.undone;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Guard;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.Writers;

/** Stops at what is broken, and on the way back at what is stuck. */
@Migration(version = 2, table = "Things", description = "")
@Guard(Guard.Mode.LEDGER)
@Writers(versionAttribute = "revision")
public final class V0002_FirstUnderLedger implements Reversible {
    @Override
    public Change migrate(Item item, RunContext run) {
        return item.has("broken") ? Change.reject("broken") : Points.give(item);
    }

    @Override
    public Change reverse(Item item, RunContext run) {
        return item.has("stuck") ? Change.reject("stuck") : Points.take(item);
    }
}
