package io.github.dynamodbmigrations.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.launch.Refusals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8000", "https://127.0.0.1:1", "http://127.1.2.3:8000", "http://[::1]:8000"})
    void takesThisMachine(String text) {
        assertEquals(text, Endpoint.of(text, false).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1:8000", "http://0.0.0.0:8000", "http://no-such-host.invalid"})
    void takesAnotherMachineOnlyIfToldTo(String text) {
        assertEquals(text, Endpoint.of(text, true).toString());
        assertEquals(
                "DM507 endpoint is on another machine: " + text
                        + ". Name a database of this machine, or say -Ddynamodb-migrations.allowRemoteEndpoint.",
                Refusals.of(() -> Endpoint.of(text, false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost:8000", "ftp://localhost", "http://", "http://a b"})
    void refusesWhatIsNoAddress(String text) {
        var message = Refusals.of(() -> Endpoint.of(text, true));
        assertTrue(message.startsWith("DM501 '" + text + "' is no address: parameter <endpoint>. "), message);
    }
}
