package shop.accounts;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Guard;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.Writers;
import java.math.BigDecimal;

/** Adds 1,000 to each balance; the history remembers it, since writers put whole items. */
@Migration(version = 1, table = "Shop", description = "Add 1,000 to each balance")
@Guard(Guard.Mode.LEDGER)
@Writers(versionAttribute = "version")
public final class V0001_AddUnderLedger implements ItemMigration {
    @Override
    public Change migrate(Item account, RunContext run) {
        return Change.update(
                account.with("balance", account.number("balance").orElseThrow().add(BigDecimal.valueOf(1_000))));
    }
}
