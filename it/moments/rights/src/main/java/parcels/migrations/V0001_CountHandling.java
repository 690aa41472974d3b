package parcels.migrations;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Guard;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.Scan;
import io.github.dynamodbmigrations.Writers;
import java.math.BigDecimal;

/** Scans an index, and does not settle. */
@Migration(version = 1, table = "Parcels", description = "Count one more handling of every parcel")
@Scan(index = "byState")
@Guard(Guard.Mode.LEDGER)
@Writers(versionAttribute = "revision")
public final class V0001_CountHandling implements ItemMigration {
    @Override
    public Change migrate(Item parcel, RunContext run) {
        if (parcel.has("lost")) {
            return Change.reject("it is lost");
        }
        var handled = parcel.number("handled").orElse(BigDecimal.ZERO);
        return Change.update(parcel.with("handled", handled.add(BigDecimal.ONE)));
    }
}
