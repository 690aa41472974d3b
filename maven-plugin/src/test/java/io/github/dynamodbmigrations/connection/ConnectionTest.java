package io.github.dynamodbmigrations.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ConnectionTest {
    @Test
    void aTableThatOnlyAnExportNamesIsNotTakenForAnotherOne() {
        var connection = connection(Map.of());

        var refused = assertThrows(ProblemException.class, () -> connection.table("Orders"));

        assertEquals(
                "DM512 only the export shop-orders says what table Orders is called, and goals do not read it: parameter"
                        + " <tableExports>. Add -Ddynamodb-migrations.tables.Orders=$(aws cloudformation list-exports --query"
                        + " \"Exports[?Name=='shop-orders'].Value\" --output text), or OrdersTable=<name> to"
                        + " parameter_overrides in samconfig.toml, which sam deploy passes over.",
                refused.getMessage());
        assertEquals("Customers", connection.table("Customers"), "no export is declared for it");
    }

    @Test
    void whatAHistoryKnowsIsNotAskedOfAnExport() {
        var connection = connection(Map.of());

        assertEquals(
                "a", connection.naming(Map.of("Orders", "a"), Set.of("Orders")).table("Orders"));
        assertEquals("Orders", connection.naming(Map.of(), Set.of("Orders")).table("Orders"));
        var stranger = connection.naming(Map.of("Customers", "a"), Set.of("Customers"));
        assertThrows(ProblemException.class, () -> stranger.table("Orders"));
    }

    @Test
    void whatIsGivenGoesBeforeTheExport() {
        assertEquals("prod-orders", connection(Map.of("Orders", "prod-orders")).table("Orders"));
    }

    private static Connection connection(Map<String, String> tables) {
        return new Connection(
                HistorySettings.of("history"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                tables,
                Map.of(),
                Map.of("Orders", "shop-orders"));
    }
}
