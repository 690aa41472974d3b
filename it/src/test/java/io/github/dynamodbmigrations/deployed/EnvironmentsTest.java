package io.github.dynamodbmigrations.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two environments of one project in one account, each a section of {@code samconfig.toml}. */
@Deployed
final class EnvironmentsTest {
    private static final int SIZE = 100;
    private static final String SECTION = """
            [%s.deploy.parameters]
            stack_name = "%s"
            template_file = "%s"
            resolve_s3 = true
            capabilities = "CAPABILITY_IAM CAPABILITY_AUTO_EXPAND"
            confirm_changeset = false
            on_failure = "DELETE"
            parameter_overrides = "OrdersTable=%s HistoryTable=%s MaxWorkers=1 Runtime=%s"

            """;

    @Test
    void eachHasItsTableAndItsHistoryAndASecondOneIsStoppedOverTheFirstOnes(@TempDir Path directory)
            throws IOException {
        var dev = Stack.over(Orders.create(SIZE));
        var prod = Stack.over(Orders.create(SIZE));

        configure(directory, section("dev", dev, dev), section("prod", prod, dev));
        var first = Sam.type(directory, "sam deploy --config-env dev");
        assertTrue(first.succeeded(), first::toString);
        var then = prod.orders().read();
        var confused = Sam.type(directory, "sam deploy --config-env prod");

        assertFalse(confused.succeeded(), confused::toString);
        var reasons = prod.failures().toString();
        assertTrue(reasons.contains(FailureCode.TABLE_EXCHANGED.code()), reasons);
        assertTrue(reasons.contains("table/" + dev.orders().name()), reasons);
        assertTrue(reasons.contains("table/" + prod.orders().name()), reasons);
        assertTrue(reasons.contains("HistoryTable="), reasons);
        assertEquals(0, prod.orders().changedSince(then));

        configure(directory, section("dev", dev, dev), section("prod", prod, prod));
        var second = Sam.type(directory, "sam deploy --config-env prod");

        assertTrue(second.succeeded(), second::toString);
        for (var stack : new Stack[] {dev, prod}) {
            assertEquals(1, stack.history().runs().size());
            assertEquals(SIZE, stack.orders().count("currency"));
        }
    }

    private static String section(String environment, Stack stack, Stack historyOf) {
        return SECTION.formatted(
                environment,
                stack.name(),
                Variation.emitted("one").resolve("template.yaml"),
                stack.orders().name(),
                historyOf.historyTable(),
                Cloud.given("CLOUD_RUNTIME"));
    }

    private static void configure(Path directory, String... sections) throws IOException {
        Files.writeString(directory.resolve("samconfig.toml"), "version = 0.1\n" + String.join("", sections));
    }
}
