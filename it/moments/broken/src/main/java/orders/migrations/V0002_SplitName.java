package orders.migrations;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;

/** Believes that every name has a space, and fails at the first that has none. */
@Migration(version = 2, table = "Orders", description = "Split customer into firstName and lastName")
public final class V0002_SplitName implements ItemMigration {
    @Override
    public Change migrate(Item order, RunContext run) {
        return order.string("customer").<Change>map(name -> split(order, name)).orElse(Change.keep());
    }

    private static Change split(Item order, String name) {
        var space = name.indexOf(' ');
        return Change.update(order.without("customer")
                .with("firstName", name.substring(0, space))
                .with("lastName", name.substring(space + 1)));
    }
}
