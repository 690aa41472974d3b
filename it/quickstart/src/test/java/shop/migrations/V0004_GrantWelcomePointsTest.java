package shop.migrations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.RunContext;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class V0004_GrantWelcomePointsTest {
    @Test
    void addsToTheBalance() {
        var account = Item.of().with("balance", 120);

        var change = assertInstanceOf(
                Change.Update.class, new V0004_GrantWelcomePoints().migrate(account, RunContext.of(4, Instant.EPOCH)));

        assertEquals(Item.of().with("balance", 620), change.item());
    }
}
