package orders.migrations;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.RunContext;

/** What was ordered until now came from the web. */
@Migration(version = 9, table = "Orders", description = "Say where an order came from")
public final class V0009_AddChannel implements Reversible {
    @Override
    public Change migrate(Item order, RunContext run) {
        return order.has("channel") ? Change.keep() : Change.update(order.with("channel", "web"));
    }

    @Override
    public Change reverse(Item order, RunContext run) {
        return order.has("channel") ? Change.update(order.without("channel")) : Change.keep();
    }
}
