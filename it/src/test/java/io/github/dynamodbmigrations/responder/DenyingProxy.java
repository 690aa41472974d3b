package io.github.dynamodbmigrations.responder;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A DynamoDB that denies one action for so many requests, as it does while a role is new. */
public final class DenyingProxy implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalServer server;
    private final URI target;
    private final String action;
    private final AtomicInteger left;
    private final Map<String, Function<byte[], String>> others = new ConcurrentHashMap<>();
    private volatile String table = "";

    /** In front of another one. */
    public DenyingProxy(URI target, String action, int times) {
        this.target = target;
        this.action = action;
        this.left = new AtomicInteger(times);
        this.server = new LocalServer(InetAddress.getLoopbackAddress(), this::handle);
    }

    /** Answers an action of another service itself. */
    public DenyingProxy answering(String target, Function<byte[], String> answer) {
        others.put(target, answer);
        return this;
    }

    /** Denies requests that are about one table only. */
    public DenyingProxy about(String name) {
        table = name;
        return this;
    }

    /** Its address. */
    public URI endpoint() {
        return URI.create(server.url());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            var body = exchange.getRequestBody().readAllBytes();
            var called = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            var isMeant = new String(body, StandardCharsets.UTF_8).contains(table);
            if (called.endsWith("." + action) && isMeant && left.getAndDecrement() > 0) {
                respond(
                        exchange,
                        400,
                        ("{\"__type\":\"com.amazon.coral.service#AccessDeniedException\","
                                        + "\"message\":\"not authorized to perform: dynamodb:" + action + "\"}")
                                .getBytes(StandardCharsets.UTF_8));
                return;
            }
            var other = others.get(called);
            if (other != null) {
                respond(exchange, 200, other.apply(body).getBytes(StandardCharsets.UTF_8));
                return;
            }
            var request = HttpRequest.newBuilder(target)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .header("X-Amz-Target", called)
                    .header("Content-Type", "application/x-amz-json-1.0")
                    .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            respond(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.close();
    }
}
