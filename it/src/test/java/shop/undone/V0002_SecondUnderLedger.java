package shop.undone;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Guard;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.OnChange;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.Writers;

/** Goes on with what the first one wrote; stops on the way back at what is stuck. */
@Migration(version = 2, table = "Things", description = "", onChange = OnChange.REAPPLY)
@Guard(Guard.Mode.LEDGER)
@Writers(versionAttribute = "revision")
public final class V0002_SecondUnderLedger implements Reversible {
    @Override
    public Change migrate(Item item, RunContext run) {
        return Points.giveWhoHasFew(item);
    }

    @Override
    public Change reverse(Item item, RunContext run) {
        return item.has("stuck") ? Change.reject("stuck") : Points.take(item);
    }
}
