package io.github.dynamodbmigrations.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.RunState;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@Deployed
final class ThreeMigrationsTest {
    private static final int SIZE = 2_000;
    private static final long LEAST_MEANWHILE = 200;
    /** So few that each migration takes as long as an application that writes needs. */
    private static final Map<String, String> SLOW = Map.of("WriteUnits", "150");

    @Test
    void runInOrderWhileTheApplicationWritesAndLoseNoneOfItsWrites() throws Exception {
        var stack = Stack.over(Orders.create(SIZE));
        Viewers viewers;
        Map<Long, Window.Span> spans;
        try (var looking = new Viewers(stack.orders(), SIZE);
                var window = new Window(stack)) {
            var deployed = stack.deploy("three", SLOW);
            assertTrue(deployed.succeeded(), deployed::toString);
            spans = window.spans();
            viewers = looking;
        }

        for (var version = 1L; version <= 3; version++) {
            assertEquals(RunState.SUCCEEDED, stack.run(version).state());
            var meanwhile = spans.get(version).count(viewers);
            System.out.printf("version %d: the application wrote %,d times meanwhile%n", version, meanwhile);
            assertTrue(meanwhile >= LEAST_MEANWHILE, () -> "only " + meanwhile + " writes fell into a migration");
        }
        assertEquals(0, viewers.unanswered());
        var expected = viewers.views().stream().collect(Collectors.groupingBy(Viewers.View::id, Collectors.counting()));
        var orders = stack.orders().read();
        assertEquals(SIZE, orders.size());
        orders.forEach((id, order) -> {
            assertEquals(
                    expected.getOrDefault(id, 0L),
                    Long.valueOf(order.get("views").n()),
                    id);
            assertEquals("EUR", order.get("currency").s(), id);
            assertEquals("Lovelace", order.get("lastName").s(), id);
            assertEquals("1250", order.get("cents").n(), id);
        });
    }
}
