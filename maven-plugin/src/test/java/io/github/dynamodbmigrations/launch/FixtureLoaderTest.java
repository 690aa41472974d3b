package io.github.dynamodbmigrations.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.dynamodbmigrations.sam.TableShape;
import io.github.dynamodbmigrations.sam.TableShape.KeyAttribute;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixtureLoaderTest {
    private static final TableShape SHAPE =
            new TableShape(List.of(new KeyAttribute("pk", "HASH")), Map.of("pk", "N"), List.of(), List.of());
    private static final String PROCESSED = "{\"UnprocessedItems\":{}}";
    private static final String REFUSED =
            "{\"__type\":\"com.amazon.coral.validate#ValidationException\",\"message\":\"no\"}";

    @TempDir
    Path directory = Path.of("");

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final HttpServer server = server();
    private volatile UnaryOperator<String> answer = request -> PROCESSED;

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(request);
            var bytes = answer.apply(request).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(bytes[2] == 'U' ? 200 : 400, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void loadsInBatchesOf25() throws IOException {
        assertEquals(60, load(60));
        assertEquals(
                List.of(10L, 25L, 25L),
                requests.stream()
                        .map(request -> request.chars().filter(c -> c == 'P').count())
                        .sorted()
                        .toList());
        assertTrue(requests.get(0)
                .startsWith("{\"RequestItems\":{\"rehearsal-A\":[{\"PutRequest\":{\"Item\":{\"pk\":{\"N\":"));
    }

    @Test
    void sendsUnprocessedItemsAgainAfterLongerAndLongerPauses() throws IOException {
        var left = "{\"rehearsal-A\":[{\"PutRequest\":{\"Item\":{\"pk\":{\"N\":\"1\"}}}}]}";
        answer = request -> requests.size() < 3 ? "{\"UnprocessedItems\":" + left + ", \"other\":1}" : PROCESSED;
        assertEquals(2, load(2));
        assertEquals(
                List.of("{\"RequestItems\":" + left + "}"),
                requests.stream().skip(1).distinct().toList());
        assertEquals(List.of(Duration.ofMillis(50), Duration.ofMillis(100)), pauses);
    }

    @Test
    void givesUpOnItemsThatStayUnprocessed() {
        answer = request -> "{\"UnprocessedItems\":{\"rehearsal-A\":[]}}";
        var message = Refusals.of(() -> load(1));
        assertTrue(message.startsWith("DM524 fixture line or one after it stays unprocessed by DynamoDB: "), message);
    }

    @Test
    void namesTheLineOfTheItemThatIsRefused() {
        answer = request -> request.contains("\"17\"") ? REFUSED : PROCESSED;
        var message = Refusals.of(() -> load(30));
        assertTrue(
                message.startsWith("DM524 fixture line is refused by DynamoDB as ValidationException: ")
                        && message.contains("A.jsonl line 17. "),
                message);
    }

    @Test
    void saysThatNothingAnswers() {
        server.stop(0);
        var message = Refusals.of(() -> load(1));
        assertTrue(
                message.startsWith("DM528 the database does not answer (ConnectException): http://127.0.0.1:"),
                message);
    }

    private long load(int items) throws IOException {
        Files.writeString(
                directory.resolve("A.jsonl"),
                IntStream.rangeClosed(1, items)
                        .mapToObj(n -> "{\"pk\":" + n + "}\n")
                        .collect(Collectors.joining()));
        var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new FixtureLoader(new LocalApi(endpoint), pauses::add)
                .load(FixtureFile.in(directory, Path::toString).get(0), "rehearsal-A", SHAPE);
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
