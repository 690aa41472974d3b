package orders.migrations;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.RunContext;

/** What was ordered until now gave no points. */
@Migration(version = 10, table = "Orders", description = "Say how many points an order gave")
public final class V0010_AddPoints implements Reversible {
    @Override
    public Change migrate(Item order, RunContext run) {
        return order.has("points") ? Change.keep() : Change.update(order.with("points", 0));
    }

    @Override
    public Change reverse(Item order, RunContext run) {
        return order.has("points") ? Change.update(order.without("points")) : Change.keep();
    }
}
