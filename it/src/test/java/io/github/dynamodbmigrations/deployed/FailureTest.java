package io.github.dynamodbmigrations.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The second of three migrations fails at one order. */
@Deployed
final class FailureTest {
    private static final int SIZE = 500;
    private static final String ODD = Orders.id(321);
    private static final String PAGE = "docs/what-if.md";
    private static final Path KEPT = Path.of("target", "deployed", "failed-deployment.txt");

    @Test
    void unchangedCodeIsResumedByTheNextDeploymentAndWhatSucceededDoesNotRunAgain() throws IOException {
        var stack = failed();
        var failedRun = stack.run(2);
        stack.orders().rename(ODD, "Cher Sarkisian");

        var again = stack.deploy("broken");

        assertTrue(again.succeeded(), again::toString);
        assertEquals(failedRun.rank(), stack.run(2).rank());
        assertEquals(2, stack.run(2).attempts().size());
        assertEquals(1, stack.run(1).attempts().size());
        assertEquals(RunState.SUCCEEDED, stack.run(3).state());
        assertAllMigrated(stack.orders());
    }

    @Test
    void changedCodeIsStartedAsItsAuthorSays() throws IOException {
        var stack = failed();

        var mended = stack.deploy("three");

        assertTrue(mended.succeeded(), mended::toString);
        assertTrue(
                stack.history().runs().stream().anyMatch(run -> run.version() == 2 && run.state() == RunState.FAILED));
        assertEquals(1, stack.run(1).attempts().size());
        assertEquals(RunState.SUCCEEDED, stack.run(2).state());
        assertEquals("Cher", stack.orders().read(ODD).text("lastName"));
        assertAllMigrated(stack.orders());
    }

    @Test
    void aFailedFirstCreateThatWasDeletedLeavesItsHistory() {
        var orders = Orders.create(SIZE);
        orders.rename(ODD, "Cher");
        var stack = Stack.over(orders);

        var first = stack.deploy("broken", Map.of(), "--on-failure", "DELETE");

        assertFalse(first.succeeded(), first::toString);
        assertEquals(RunState.FAILED, stack.run(2).state());

        orders.rename(ODD, "Cher Sarkisian");
        var second = stack.deploy("broken", Map.of(), "--on-failure", "DELETE");

        assertTrue(second.succeeded(), second::toString);
        assertEquals(1, stack.run(1).attempts().size());
        assertEquals(2, stack.run(2).attempts().size());
        assertAllMigrated(orders);
    }

    /** A stack that was there, and whose update failed, with what was printed as docs/what-if.md shows it. */
    private static Stack failed() throws IOException {
        var orders = Orders.create(SIZE);
        orders.rename(ODD, "Cher");
        var stack = Stack.over(orders);
        var one = stack.deploy("one");
        assertTrue(one.succeeded(), one::toString);

        var broken = stack.deploy("broken");

        assertFalse(broken.succeeded(), broken::toString);
        assertEquals(RunState.SUCCEEDED, stack.run(1).state());
        assertEquals(RunState.FAILED, stack.run(2).state());
        assertTrue(stack.history().latest(3).isEmpty());
        assertEquals(0, orders.count("cents"));
        var info = String.join("\n", Laptop.info(stack, "broken"));
        Files.createDirectories(KEPT.getParent());
        Files.writeString(KEPT, broken.output() + "\n" + info);
        Shown.in(PAGE, "sam deploy of a migration that fails").assertPrinted(broken.output());
        Shown.in(PAGE, "info after it").assertPrinted(info);
        return stack;
    }

    private static void assertAllMigrated(Orders orders) {
        assertEquals(SIZE, orders.count("currency"));
        assertEquals(SIZE, orders.count("lastName"));
        assertEquals(SIZE, orders.count("cents"));
        assertEquals(0, orders.count("customer") + orders.count("total"));
    }
}
