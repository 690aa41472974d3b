package io.github.dynamodbmigrations.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.scan.KeySchema;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerPlaceTest {
    private static final String HISTORY = "arn:aws:dynamodb:eu-west-1:111111111111:table/shop-migrations";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:dynamodb:eu-west-1:222222222222:table/Customers",
                "arn:aws:dynamodb:eu-west-2:111111111111:table/Customers"
            })
    void refusesALedgerInAnotherAccountOrRegion(String table) {
        var stop = assertThrows(MigrationException.class, () -> require(GuardMode.LEDGER, table));
        assertEquals("DM316", stop.code());
        var message = String.valueOf(stop.getMessage());
        assertTrue(message.contains(table) && message.contains(HISTORY) && message.contains("@Guard(ITEM)"), message);
        require(GuardMode.ITEM, table);
        require(GuardMode.NONE, table);
    }

    @Test
    void takesALedgerBesideItsTable() {
        require(GuardMode.LEDGER, "arn:aws:dynamodb:eu-west-1:111111111111:table/Customers");
    }

    private static void require(GuardMode guard, String arn) {
        var table = new TableIdentity(
                "Customers", "customers", arn, Optional.empty(), new KeySchema("pk", Optional.empty()));
        LedgerPlace.require(guard, "AddInterest, version 2", table, HISTORY);
    }
}
