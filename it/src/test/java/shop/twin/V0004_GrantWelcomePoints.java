package shop.twin;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.Scan;
import io.github.dynamodbmigrations.Writers;
import java.math.BigDecimal;

/** The twin of the quickstart's last migration that declares no guard: it must be refused, since adding cannot settle. */
@Migration(version = 4, table = "Shop", description = "Give every customer 500 points")
@Scan(filter = "sk = :points", values = ":points=S:POINTS")
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
