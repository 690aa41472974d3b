package io.github.dynamodbmigrations.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.launch.DynamoDbLocal;
import io.github.dynamodbmigrations.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
final class DynamoDbLocalTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void twoRunSideBySideAndEndWhenTheyAreClosed() throws IOException {
        int port;
        try (var one = DynamoDbLocal.start(LocalDynamo.files(), directory.resolve("one.log"), "one");
                var other = DynamoDbLocal.start(LocalDynamo.files(), directory.resolve("other.log"), "other")) {
            port = one.endpoint().getPort();
            assertNotEquals(port, other.endpoint().getPort());
            assertTrue(isOpen(port));
            assertTrue(Files.readString(directory.resolve("one.log")).contains("InMemory:\ttrue"));
        }
        assertFalse(isOpen(port));
    }

    @Test
    void saysWhyItDidNotStart() {
        var log = directory.resolve("none.log");
        var message = Objects.requireNonNull(
                assertThrows(ProblemException.class, () -> DynamoDbLocal.start(List.of(directory), log, "none"))
                        .getMessage());
        assertEquals(
                "DM527 DynamoDB Local ended with exit code 1, saying Error: Could not find or load main class"
                        + " com.amazonaws.services.dynamodbv2.local.main.ServerRunner: " + log
                        + ". Read its output there, or set <endpoint> to a DynamoDB Local of your own.",
                message);
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
