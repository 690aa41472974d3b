package shop.migrations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.RunContext;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class V0002_SplitFullNameTest {
    private final RunContext run = RunContext.of(2, Instant.EPOCH);
    private final Item customer =
            Item.of().with("fullName", "Carmen de la Cruz").with("email", "carmen@example.com");

    @Test
    void splitsAtTheFirstSpace() {
        var change = assertInstanceOf(Change.Update.class, new V0002_SplitFullName().migrate(customer, run));

        assertEquals(
                Item.of()
                        .with("firstName", "Carmen")
                        .with("lastName", "de la Cruz")
                        .with("email", "carmen@example.com"),
                change.item());
    }

    @Test
    void reversingRestoresTheItem() {
        var migrated = assertInstanceOf(Change.Update.class, new V0002_SplitFullName().migrate(customer, run));

        var back = assertInstanceOf(Change.Update.class, new V0002_SplitFullName().reverse(migrated.item(), run));

        assertEquals(customer, back.item());
    }

    @Test
    void reportsANameThatCannotBeSplit() {
        assertInstanceOf(
                Change.Reject.class, new V0002_SplitFullName().migrate(Item.of().with("fullName", "Carmen"), run));
    }
}
