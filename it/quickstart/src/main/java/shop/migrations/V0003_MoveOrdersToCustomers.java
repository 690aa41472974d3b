package shop.migrations;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;

/**
 * A customer and all their orders in one query: each order moves into its customer's partition. A tombstone stays behind
 * and says where to, for an application that still knows the old key only.
 */
@Migration(version = 3, table = "Shop", description = "Keep orders in their customer's partition")
public final class V0003_MoveOrdersToCustomers implements ItemMigration {
    private static final String[] CONTENT = {
        "customerId", "placedOn", "status", "amount", "currency", "lines", "notes", "revision"
    };

    @Override
    public Change migrate(Item item, RunContext run) {
        var order = item.string("pk").filter(pk -> pk.startsWith("ORDER#"));
        if (order.isEmpty() || item.has("movedTo")) {
            return Change.keep();
        }
        var customerId = item.string("customerId");
        if (customerId.isEmpty()) {
            return Change.reject("order without customerId");
        }
        var customer = "CUSTOMER#" + customerId.get();
        var tombstone = item.without(CONTENT).with("movedTo", customer);
        var moved = item.with("pk", customer).with("sk", order.get());
        return Change.update(tombstone).put(moved);
    }
}
