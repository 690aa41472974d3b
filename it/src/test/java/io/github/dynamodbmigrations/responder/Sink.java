package io.github.dynamodbmigrations.responder;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Stands where CloudFormation fetches answers, on this machine only; takes the first answer and refuses as it is told. */
public final class Sink implements AutoCloseable {
    /** What becomes of a request. */
    @FunctionalInterface
    public interface Fault {
        /** Answers a request in another way; returns whether it did. */
        boolean handle(HttpExchange exchange, int attempt) throws IOException;
    }

    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<String> problems = Collections.synchronizedList(new ArrayList<>());
    private final LocalServer server;
    private volatile Fault fault = (exchange, attempt) -> false;
    private int attempts;

    /** Opens one at a free port. */
    public Sink() {
        this(InetAddress.getLoopbackAddress());
    }

    /** Opens one at a free port of one of the machine's addresses. */
    public Sink(InetAddress address) {
        server = new LocalServer(address, this::handle);
    }

    /** Its address, with what must never be shown. */
    public String url() {
        return server.url() + "/answer?Signature=secret-7f31";
    }

    /** Lets requests go wrong. */
    public Sink failing(Fault how) {
        fault = how;
        return this;
    }

    /** How many requests came. */
    public synchronized int attempts() {
        return attempts;
    }

    /** The answers that were taken. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    /** What was wrong with requests. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** The one answer that was taken, by its fields. */
    public Map<String, JsonNode> only() {
        if (taken.size() != 1) {
            throw new AssertionError("not one answer but " + taken);
        }
        return JsonNode.parser().parse(taken.get(0)).asObject();
    }

    private synchronized int count() {
        return ++attempts;
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (fault.handle(exchange, count())) {
            return;
        }
        var body = exchange.getRequestBody().readAllBytes();
        check(exchange, body);
        taken.add(new String(body, StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(200, -1);
    }

    private void check(HttpExchange exchange, byte[] body) {
        if (!exchange.getRequestMethod().equals("PUT")) {
            problems.add("method " + exchange.getRequestMethod());
        }
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null && !type.isEmpty()) {
            problems.add("content type " + type);
        }
        if (body.length > 4_096) {
            problems.add("body of " + body.length + " bytes");
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
