package parcels.migrations;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.Parameters;
import io.github.dynamodbmigrations.Query;
import io.github.dynamodbmigrations.RunContext;

/** Queries an index, and reads a parameter of the deployment. */
@Migration(version = 4, table = "Parcels", description = "Give open parcels a priority")
@Query(index = "byState", partitionKey = "state", partitionValue = "S:OPEN")
@Parameters("Priority")
public final class V0004_SetPriority implements ItemMigration {
    @Override
    public Change migrate(Item parcel, RunContext run) {
        if (parcel.has("lost")) {
            return Change.reject("it is lost");
        }
        return parcel.has("priority")
                ? Change.keep()
                : Change.update(
                        parcel.with("priority", run.parameter("Priority").orElseThrow()));
    }
}
