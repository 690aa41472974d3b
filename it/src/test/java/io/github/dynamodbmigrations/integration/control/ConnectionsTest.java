package io.github.dynamodbmigrations.integration.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A request in flight keeps its connection for the next one. */
@Execution(ExecutionMode.CONCURRENT)
final class ConnectionsTest {
    @Test
    void asManyConnectionsAreMadeAsRequestsAreInFlight() throws Exception {
        assertTrue(connections(List.of()) <= ConnectionsMain.IN_FLIGHT);
    }

    @Test
    void withTheJdksOwnSettingTheyWouldBeMadeAgainAndAgain() throws Exception {
        assertTrue(connections(List.of("-Dhttp.maxConnections=5")) > 2 * ConnectionsMain.IN_FLIGHT);
    }

    private static int connections(List<String> options) throws IOException, InterruptedException {
        var command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        options.stream(),
                        Stream.of(
                                "-cp",
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                                ConnectionsMain.class.getName()))
                .flatMap(part -> part)
                .toList();
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return Integer.parseInt(output.strip());
    }
}
