package io.github.dynamodbmigrations.integration.operate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.operated.V0001_AddCurrency;

/** Who signs which request, if a role is given for a table: between the engine and DynamoDB somebody looks. */
final class TableRoleTest {
    private static final String STS = "aws.endpointUrlSts";
    private static final String ROLE = "arn:aws:iam::222222222222:role/migrations";
    private static final List<Class<?>> CODE = List.of(V0001_AddCurrency.class);
    private static final Pattern SIGNER = Pattern.compile("Credential=([^/]+)/");
    private static final Pattern TABLE = Pattern.compile("\"TableName\":\"([^\"]+)\"");

    private final HttpClient forward =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Set<String>> signers = new ConcurrentHashMap<>();
    private final Things things = new Things();
    private HttpServer between;

    @BeforeEach
    void standBetween() throws IOException {
        between = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        between.setExecutor(Executors.newCachedThreadPool());
        between.createContext("/", this::handle);
        between.start();
        System.setProperty(STS, address());
        things.put("a");
    }

    @AfterEach
    void leave() {
        System.clearProperty(STS);
        between.stop(0);
    }

    @Test
    void theRoleSignsWhatIsAskedOfItsTableAndNothingElse() {
        var said = things.run(
                "migrate", CODE, Map.of("endpoint", address(), "tableRoles.Things", ROLE, "leaseMillis", "60000"));
        assertEquals("", said.failure());
        assertEquals("EUR", things.text("a", "currency"));
        assertEquals(Map.of(things.table, Set.of("rolekey"), things.history, Set.of("local")), signers);
    }

    @Test
    void negativeControlWithoutARoleOneSignsAll() {
        var said = things.run("migrate", CODE, Map.of("endpoint", address(), "leaseMillis", "60000"));
        assertEquals("", said.failure());
        assertEquals(Map.of(things.table, Set.of("local"), things.history, Set.of("local")), signers);
    }

    private String address() {
        return "http://localhost:" + between.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var text = new String(body, UTF_8);
            if (text.contains("Action=AssumeRole")) {
                assertTrue(text.contains("222222222222"), text);
                respond(exchange, 200, credentials().getBytes(UTF_8));
                return;
            }
            note(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")), text);
            var request =
                    HttpRequest.newBuilder(LocalDynamo.endpoint()).POST(HttpRequest.BodyPublishers.ofByteArray(body));
            List.of("X-Amz-Target", "Content-Type", "Authorization", "X-Amz-Date")
                    .forEach(name -> {
                        var value = exchange.getRequestHeaders().getFirst(name);
                        if (value != null) {
                            request.header(name, value);
                        }
                    });
            var answer = forward.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            respond(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void note(String authorization, String body) {
        var signer = SIGNER.matcher(authorization);
        assertTrue(signer.find(), authorization);
        TABLE.matcher(body)
                .results()
                .forEach(table -> signers.compute(table.group(1), (name, known) -> {
                    var all = known == null ? new TreeSet<String>() : known;
                    all.add(signer.group(1));
                    return all;
                }));
    }

    private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String credentials() {
        return """
                <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
                <AccessKeyId>rolekey</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
                <SessionToken>token</SessionToken><Expiration>%s</Expiration>
                </Credentials></AssumeRoleResult></AssumeRoleResponse>""".formatted(Instant.now().plus(Duration.ofHours(1)));
    }
}
