package orders.migrations;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;
import java.math.BigDecimal;

/** Totals become numbers that can be added up. */
@Migration(version = 3, table = "Orders", description = "Keep totals as numbers of cents")
public final class V0003_TotalInCents implements ItemMigration {
    @Override
    public Change migrate(Item order, RunContext run) {
        return order.string("total")
                .<Change>map(total -> Change.update(order.without("total").with("cents", cents(total))))
                .orElse(Change.keep());
    }

    private static BigDecimal cents(String total) {
        return new BigDecimal(total).movePointRight(2);
    }
}
