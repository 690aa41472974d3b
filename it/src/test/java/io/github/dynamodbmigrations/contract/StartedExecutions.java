package io.github.dynamodbmigrations.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** As much of Step Functions as it takes to start executions, which then go on for ever. */
final class StartedExecutions implements AutoCloseable {
    private final List<String> names = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;

    StartedExecutions() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was started. */
    List<String> names() {
        return List.copyOf(names);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var call = JsonNode.parser().parse(exchange.getRequestBody()).asObject();
            if (!"AWSStepFunctions.StartExecution"
                    .equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))) {
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            names.add(String.valueOf(call.get("name")));
            var answer = "{\"executionArn\": \"any\", \"startDate\": 0}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
