package io.github.dynamodbmigrations.connection;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.launch.Refusals;
import io.github.dynamodbmigrations.scan.KeySchema;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfirmationTest {
    private static final Optional<URI> SERVICE = Optional.empty();

    @Test
    void theMessageNamesAccountRegionTablesAndWhatToAdd() {
        assertEquals(
                "DM509 migrate would write, and nothing was confirmed: account 123456789012, region eu-west-1, tables"
                        + " prod-customers, shop-migrations. If these are meant, add"
                        + " -Ddynamodb-migrations.confirm=123456789012.",
                Refusals.of(() -> confirm(Optional.empty()).require(place(SERVICE))));
    }

    @Test
    void anotherAccountIsNoConfirmation() {
        var message = Refusals.of(() -> confirm(Optional.of("210987654321")).require(place(SERVICE)));
        assertTrue(message.contains("account 210987654321 was confirmed: account 123456789012"), message);
    }

    @Test
    void theAccountIsTheConfirmation() {
        assertDoesNotThrow(() -> confirm(Optional.of("123456789012")).require(place(SERVICE)));
    }

    @Test
    void aDatabaseOfThisMachineNeedsNone() {
        assertDoesNotThrow(
                () -> confirm(Optional.empty()).require(place(Optional.of(URI.create("http://localhost:8000")))));
        var message = Refusals.of(
                () -> confirm(Optional.empty()).require(place(Optional.of(URI.create("http://192.0.2.1:8000")))));
        assertTrue(message.startsWith("DM509 "), message);
    }

    private static Confirmation confirm(Optional<String> account) {
        return new Confirmation("migrate", account);
    }

    private static Place place(Optional<URI> endpoint) {
        var connection = new Connection(
                HistorySettings.of("shop-migrations"), Optional.of("eu-west-1"), Optional.empty(), endpoint, Map.of());
        var table = new TableIdentity(
                "Customers",
                "prod-customers",
                "arn:aws:dynamodb:eu-west-1:123456789012:table/prod-customers",
                Optional.empty(),
                new KeySchema("id", Optional.empty()));
        return new Place(connection, Optional.empty(), Optional.empty(), List.of(table), Set.of(), List.of());
    }
}
