package io.github.dynamodbmigrations.deployed;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.RunState;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Deployed
final class ThreeMigrationsTest {
    private static final int SIZE = 2_000;
    private static final long LEAST_MEANWHILE = 200;
    /** So few that each migration takes as long as an application that writes needs. */
    private static final Map<String, String> SLOW = Map.of("WriteUnits", "150", "MaxWorkers", "2");

    @Test
    void runInOrderWhileTheApplicationWritesAndLoseNoneOfItsWrites() throws IOException {
        var stack = Stack.over(Orders.create(SIZE));
        var viewers = new Viewers(stack.orders(), SIZE);
        var window = new Window(stack);
        try (viewers;
                window) {
            var deployed = stack.deploy("three", SLOW);
            assertTrue(deployed.succeeded(), deployed::toString);
            Shown.in("README.md", "the three commands").after("sam deploy").assertPrinted(deployed.output());
        }

        for (var version = 1L; version <= 3; version++) {
            assertEquals(RunState.SUCCEEDED, stack.run(version).state());
            var meanwhile = window.writes(version, viewers);
            System.out.printf("version %d: the application wrote %,d times meanwhile%n", version, meanwhile);
            assertTrue(meanwhile >= LEAST_MEANWHILE, () -> "only " + meanwhile + " writes fell into a migration");
        }
        assertEquals(0, viewers.unanswered());
        var expected = viewers.views().stream().collect(groupingBy(Viewers.View::id, counting()));
        var orders = stack.orders().read();
        assertEquals(SIZE, orders.size());
        for (var order : orders) {
            var id = order.text("pk");
            assertEquals(expected.getOrDefault(id, 0L).toString(), order.text("views"), id);
            assertEquals("EUR", order.text("currency"), id);
            assertEquals("Lovelace", order.text("lastName"), id);
            assertEquals("1250", order.text("cents"), id);
        }
    }
}
