package parcels.migrations;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.Writers;

/** Scans the table; updates, deletes and puts. */
@Migration(version = 2, table = "Parcels", description = "Give old parcels keys like the others, and each a box")
@Writers(versionAttribute = "revision")
public final class V0002_MoveToNewKeys implements ItemMigration {
    private static final String OLD = "old#";

    @Override
    public Change migrate(Item parcel, RunContext run) {
        if (parcel.has("lost")) {
            return Change.reject("it is lost");
        }
        var key = parcel.string("pk").orElseThrow();
        if (key.startsWith(OLD)) {
            return Change.delete()
                    .put(parcel.with("pk", "parcel#" + key.substring(OLD.length()))
                            .with("box", "moved"));
        }
        return parcel.has("box") ? Change.keep() : Change.update(parcel.with("box", "plain"));
    }
}
