package shop.migrations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.RunContext;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class V0003_MoveOrdersToCustomersTest {
    private final RunContext run = RunContext.of(3, Instant.EPOCH);
    private final Item order = Item.of()
            .with("pk", "ORDER#000001")
            .with("sk", "ORDER")
            .with("customerId", "00042")
            .with("amount", 12);

    @Test
    void movesAnOrderAndLeavesATombstone() {
        var change = assertInstanceOf(Change.Update.class, new V0003_MoveOrdersToCustomers().migrate(order, run));

        assertEquals(
                Item.of().with("pk", "ORDER#000001").with("sk", "ORDER").with("movedTo", "CUSTOMER#00042"),
                change.item());
        assertEquals(List.of(order.with("pk", "CUSTOMER#00042").with("sk", "ORDER#000001")), change.puts());
    }

    @Test
    void whatHasMovedStaysWhereItIs() {
        var moved = order.with("pk", "CUSTOMER#00042").with("sk", "ORDER#000001");

        assertInstanceOf(Change.Keep.class, new V0003_MoveOrdersToCustomers().migrate(moved, run));
    }

    @Test
    void reportsAnOrderOfNobody() {
        assertInstanceOf(
                Change.Reject.class, new V0003_MoveOrdersToCustomers().migrate(order.without("customerId"), run));
    }
}
