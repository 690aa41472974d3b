package shop.migrations;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Guard;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.Scan;
import io.github.dynamodbmigrations.Writers;
import java.math.BigDecimal;

/**
 * Every customer of today gets 500 points, exactly once. Adding cannot settle, so a guard in the item remembers it; new
 * accounts are opened elsewhere, so while this runs the application only updates.
 */
@Migration(version = 4, table = "Shop", description = "Give every customer 500 points")
@Scan(filter = "sk = :points", values = ":points=S:POINTS")
@Guard(Guard.Mode.ITEM)
@Writers(updateOnly = true)
public final class V0004_GrantWelcomePoints implements ItemMigration {
    private static final BigDecimal WELCOME = BigDecimal.valueOf(500);

    @Override
    public Change migrate(Item account, RunContext run) {
        var balance = account.number("balance");
        return balance.isEmpty()
                ? Change.reject("points without a balance")
                : Change.update(account.with("balance", balance.get().add(WELCOME)));
    }
}
