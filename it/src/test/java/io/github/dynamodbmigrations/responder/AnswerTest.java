package io.github.dynamodbmigrations.responder;

import static io.github.dynamodbmigrations.responder.DeliveredEvents.context;
import static io.github.dynamodbmigrations.responder.DeliveredEvents.input;
import static io.github.dynamodbmigrations.responder.DeliveredEvents.properties;
import static io.github.dynamodbmigrations.responder.DeliveredEvents.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.lambda.ControlHandler;
import io.github.dynamodbmigrations.lambda.HistoryHandler;
import io.github.dynamodbmigrations.lambda.RuntimeEnvironment;
import io.github.dynamodbmigrations.trigger.Answer;
import io.github.dynamodbmigrations.trigger.ResourceRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a function or to its answers, CloudFormation takes exactly one, and nobody sees where it went. */
@Isolated("takes credentials away that others need")
final class AnswerTest {
    private static final String SECRET = "secret-7f31";
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @BeforeEach
    void listens() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopsListening() {
        System.setOut(out);
        System.setErr(err);
        assertFalse(printed.toString(StandardCharsets.UTF_8).contains(SECRET), "an address was printed");
    }

    /** How an answer goes wrong twice, before it is taken. */
    private enum Mishap {
        REFUSED_403,
        REFUSED_503,
        SLOW,
        CUT;

        boolean on(com.sun.net.httpserver.HttpExchange exchange, int attempt) throws IOException {
            if (attempt > 2) {
                return false;
            }
            switch (this) {
                case REFUSED_403 -> exchange.sendResponseHeaders(403, -1);
                case REFUSED_503 -> exchange.sendResponseHeaders(503, -1);
                case SLOW -> sleep();
                case CUT -> exchange.close();
            }
            return true;
        }

        private static void sleep() {
            try {
                Thread.sleep(10_500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isTakenAfterMishaps(Mishap mishap) {
        try (var sink = new Sink().failing(mishap::on)) {
            control().handleRequest(update(sink), context(300_000));

            assertEquals("SUCCESS", status(sink));
            assertTrue(sink.attempts() >= 3);
            assertEquals(List.of(), sink.problems());
        }
    }

    @Test
    void isGivenUpAfterFiveTriesAndLambdaIsToldSo() {
        try (var sink = new Sink().failing((exchange, attempt) -> {
            exchange.sendResponseHeaders(403, -1);
            return true;
        })) {
            var thrown = assertThrows(
                    MigrationException.class, () -> control().handleRequest(update(sink), context(300_000)));

            assertEquals("DM333", thrown.code());
            assertFalse(String.valueOf(thrown.getMessage()).contains(SECRET));
            assertEquals(5, sink.attempts());
        }
    }

    @Test
    void isNotTakenByAnAddressThatNobodyListensTo() {
        var sink = new Sink();
        sink.close();
        var thrown =
                assertThrows(MigrationException.class, () -> control().handleRequest(update(sink), context(300_000)));
        assertFalse(String.valueOf(thrown.getMessage()).contains(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Create", "Delete"})
    void comesFromAFunctionThatCannotBegin(String type) {
        Map<String, RequestHandler<Map<String, Object>, Map<String, Object>>> handlers =
                Map.of("trigger", new ControlHandler(broken()), "history", new HistoryHandler(broken()));
        handlers.forEach((name, handler) -> {
            try (var sink = new Sink()) {
                handler.handleRequest(
                        request(type, "r1", sink.url(), type.equals("Create") ? "" : "dynmig|1|x", everything()),
                        context(600_000));

                assertEquals(type.equals("Create") ? "FAILED" : "SUCCESS", status(sink), name);
                assertEquals(1, sink.attempts());
                assertEquals(List.of(), sink.problems());
            }
        });
    }

    @Test
    void comesWhenPropertiesAreMissing() {
        try (var sink = new Sink()) {
            control().handleRequest(request("Create", "r1", sink.url(), "", Map.of()), context(300_000));
            assertEquals("FAILED", status(sink));
            assertTrue(reason(sink).startsWith("DM499 "));
        }
    }

    @Test
    void comesBeforeTheFunctionsTimeIsOver() {
        var slow = new RuntimeEnvironment(
                "us-east-1",
                Optional.of(URI.create("http://127.0.0.1:1")),
                () -> {
                    throw new IllegalStateException("not reached");
                },
                () -> {});
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        try (var sink = new Sink()) {
            new ControlHandler(slow)
                    .handleRequest(
                            request("Create", "r1", sink.url(), "", properties(input("history", "Shop"))),
                            context(15_500));
            assertEquals("FAILED", status(sink));
            assertEquals(1, sink.attempts());
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    @Test
    void staysWithinWhatCloudFormationTakes() {
        var request = new ResourceRequest(
                ResourceRequest.Type.CREATE, "r".repeat(128), "url", "s".repeat(1_024), "l".repeat(255), "");
        for (var text : List.of("x".repeat(9_000), "\u00e9\n\t\"\\".repeat(3_000), "\uD83D\uDE00".repeat(4_000))) {
            var answer = new Answer(false, text, Map.of("HistoryId", "0".repeat(8), "TableName", "t".repeat(255)));
            assertTrue(answer.reason().length() <= 512);
            var body = answer.body(request, "dynmig|1|" + "0".repeat(32));
            assertTrue(body.getBytes(StandardCharsets.UTF_8).length <= 4_096, "too long");
            assertFalse(body.contains("\n"));
        }
    }

    private static RuntimeEnvironment broken() {
        return new RuntimeEnvironment(
                "not a region!",
                Optional.of(URI.create("nowhere:/x")),
                () -> {
                    throw new ExceptionInInitializerError("planned");
                },
                () -> {});
    }

    private static ControlHandler control() {
        return new ControlHandler(broken());
    }

    private static Map<String, Object> update(Sink sink) {
        return request("Update", "r1", sink.url(), "dynmig|1|" + "0".repeat(32), Map.of());
    }

    private static Map<String, Object> everything() {
        var all = new HashMap<>(properties(input("history", "Shop")));
        all.put("TableName", "history");
        return all;
    }

    private static String status(Sink sink) {
        return Objects.requireNonNull(sink.only().get("Status")).text();
    }

    private static String reason(Sink sink) {
        return Objects.requireNonNull(sink.only().get("Reason")).text();
    }
}
