package shop.migrations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.RunContext;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class V0001_AddCurrencyTest {
    private final RunContext run = RunContext.of(1, Instant.EPOCH);

    @Test
    void anOldOrderWasPaidInEuros() {
        var order = Item.of().with("pk", "ORDER#000001").with("amount", 12);

        var change = assertInstanceOf(Change.Update.class, new V0001_AddCurrency().migrate(order, run));

        assertEquals(Optional.of("EUR"), change.item().string("currency"));
    }

    @Test
    void aCurrencyThatIsKnownStays() {
        var order = Item.of().with("pk", "ORDER#000001").with("currency", "SEK");

        assertInstanceOf(Change.Keep.class, new V0001_AddCurrency().migrate(order, run));
    }
}
