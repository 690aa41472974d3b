package io.github.dynamodbmigrations.integration.control;

import com.sun.net.httpserver.HttpServer;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.dynamo.DynamoConnection.Credentials;
import io.github.dynamodbmigrations.dynamo.DynamoConnection.Target;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.run.Machine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** Has many requests in flight again and again, and prints on how many connections they arrived. */
final class ConnectionsMain {
    static final int IN_FLIGHT = 32;
    private static final int ROUNDS = 10;
    private static final long LATENCY_MILLIS = 20;

    private ConnectionsMain() {}

    public static void main(String[] arguments) throws Exception {
        var surroundings = Machine.surroundings();
        var threads = Machine.threads();
        Set<Integer> ports = ConcurrentHashMap.newKeySet();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), IN_FLIGHT);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            ports.add(exchange.getRemoteAddress().getPort());
            exchange.getRequestBody().readAllBytes();
            surroundings.pause().pause(Duration.ofMillis(LATENCY_MILLIS));
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        var target = new Target(
                "us-east-1",
                Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
                Optional.of(new Credentials("local", "local")),
                Duration.ofSeconds(30));
        try (var connection =
                DynamoConnection.open(target, surroundings.wall(), surroundings.pause(), surroundings.uuids())) {
            var controls = connection.ports(HistorySettings.of("history")).controls();
            Callable<Object> read = controls::read;
            for (var round = 0; round < ROUNDS; round++) {
                for (var done : threads.invokeAll(Collections.nCopies(IN_FLIGHT, read))) {
                    done.get();
                }
            }
        }
        server.stop(0);
        System.out.println(ports.size());
    }
}
