package io.github.dynamodbmigrations.dynamo;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.dynamo.DynamoConnection.Credentials;
import io.github.dynamodbmigrations.dynamo.DynamoConnection.Target;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.judge.Plans;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.WriterFacts;
import io.github.dynamodbmigrations.throttle.Pause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A role is taken on for a table, by an STS of this test's own. */
class AssumedRoleTest {
    private static final String ROLE = "arn:aws:iam::222222222222:role/migrations";
    private static final Target CALLER = new Target(
            "eu-west-1", Optional.empty(), Optional.of(new Credentials("caller", "secret")), Duration.ofSeconds(5));

    private final List<String> asked = new ArrayList<>();
    private final List<Duration> lives = new ArrayList<>();
    private HttpServer service;
    private String said = "not authorized";
    private int busy;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (busy-- > 0) {
                exchange.sendResponseHeaders(503, -1);
                exchange.close();
                return;
            }
            asked.add(request);
            var isRefused = asked.size() > lives.size();
            var answer =
                    (isRefused ? refused() : credentials(lives.get(asked.size() - 1))).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isRefused ? 403 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void asksOnceForCredentialsThatLast() {
        lives.add(Duration.ofHours(1));
        try (var role = role()) {
            assertEquals(new Credentials("key-1", "secret-1", Optional.of("token-1")), role.get());
            assertEquals("key-1", role.get().accessKeyId());
        }
        assertEquals(1, asked.size());
        assertTrue(
                asked.get(0).contains("RoleArn=arn%3Aaws%3Aiam%3A%3A222222222222%3Arole%2Fmigrations"),
                asked::toString);
    }

    @Test
    void asksAgainBeforeTheyEnd() {
        lives.addAll(List.of(Duration.ofSeconds(30), Duration.ofHours(1)));
        try (var role = role()) {
            assertEquals("key-1", role.get().accessKeyId());
            assertEquals("key-2", role.get().accessKeyId(), "the first are good for half a minute yet");
            assertEquals("key-2", role.get().accessKeyId());
        }
        assertEquals(2, asked.size());
    }

    @Test
    void aRefusalNamesBothRolesAndWhatToAddToTheTrust() {
        said = "User: arn:aws:sts::111111111111:assumed-role/shop-WorkerRole-1/told-by-somebody is not authorized to"
                + " perform: sts:AssumeRole on resource: " + ROLE;
        assertEquals(
                "DM416 access denied: sts:AssumeRole of arn:aws:iam::222222222222:role/migrations by"
                        + " arn:aws:iam::111111111111:role/shop-WorkerRole-1. STS says AccessDenied. Add the principal"
                        + " arn:aws:iam::111111111111:root to the trust policy of that role, under no condition that this"
                        + " caller fails. Anyone but the stack's functions needs the right sts:AssumeRole on it, too.",
                refusal());
    }

    @Test
    void aUserIsNamedWithThePath() {
        said = "User: arn:aws-cn:iam::111111111111:user/team/ada is not authorized to perform: sts:AssumeRole";
        var message = refusal();
        assertTrue(message.contains(ROLE + " by arn:aws-cn:iam::111111111111:user/team/ada. "), message);
        assertTrue(message.contains("the principal arn:aws-cn:iam::111111111111:root to"), message);
    }

    @Test
    void aRefusalThatNamesNobodyStillNamesTheRoleAndTheTrust() {
        assertEquals(
                "DM416 access denied: sts:AssumeRole of arn:aws:iam::222222222222:role/migrations. STS says AccessDenied."
                        + " Add its caller to the trust policy of that role, under no condition that this caller fails."
                        + " Anyone but the stack's functions needs the right sts:AssumeRole on it, too.",
                refusal());
    }

    private String refusal() {
        try (var role = role()) {
            var stop = assertThrows(MigrationException.class, role::get);
            assertEquals(FailureCode.ACCESS_DENIED.code(), stop.code());
            return String.valueOf(stop.getMessage());
        }
    }

    @Test
    void isAskedAgainWhenItIsBusy() {
        busy = 2;
        lives.add(Duration.ofHours(1));
        try (var role = role()) {
            assertEquals("key-1", role.get().accessKeyId());
        }
    }

    @Test
    void whatIsBusyForTooLongIsNoDenial() {
        busy = Integer.MAX_VALUE;
        try (var role = role()) {
            var stop = assertThrows(MigrationException.class, role::get);
            assertEquals(FailureCode.UNREACHABLE.code(), stop.code());
        }
    }

    @Test
    void whatIsNotAnsweredIsNoDenial() {
        service.stop(0);
        try (var role = role()) {
            var stop = assertThrows(MigrationException.class, role::get);
            assertEquals(FailureCode.UNREACHABLE.code(), stop.code());
        }
    }

    @Test
    void aLedgerIsRefusedWhereARoleReachesItsTable() {
        var target = CALLER.through(Map.of("Things", ROLE));
        var ledger = Plans.plan(GuardMode.LEDGER, WriterFacts.UNKNOWN);
        try (var connection = DynamoConnection.open(target, Clock.systemUTC(), Pause.NEVER, () -> "nonce")) {
            var items = connection.ports(HistorySettings.of("history")).items();
            var stop = assertThrows(MigrationException.class, () -> items.writer(ledger));
            assertEquals(FailureCode.LEDGER_ELSEWHERE.code(), stop.code());
            assertDoesNotThrow(() -> items.writer(Plans.plan(GuardMode.ITEM, WriterFacts.UNKNOWN)));
        }
        try (var connection = DynamoConnection.open(CALLER, Clock.systemUTC(), Pause.NEVER, () -> "nonce")) {
            assertDoesNotThrow(() ->
                    connection.ports(HistorySettings.of("history")).items().writer(ledger));
        }
        assertEquals(List.of(), asked, "nobody was asked for credentials");
    }

    private AssumedRole role() {
        return new AssumedRole(
                ROLE,
                CALLER,
                Optional.of(
                        URI.create("http://localhost:" + service.getAddress().getPort())));
    }

    private String credentials(Duration life) {
        var number = asked.size();
        return """
                <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
                <AccessKeyId>key-%d</AccessKeyId><SecretAccessKey>secret-%d</SecretAccessKey>
                <SessionToken>token-%d</SessionToken><Expiration>%s</Expiration>
                </Credentials></AssumeRoleResult></AssumeRoleResponse>""".formatted(number, number, number, Instant.now().plus(life));
    }

    private String refused() {
        return """
                <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>
                <Code>AccessDenied</Code><Message>%s</Message></Error></ErrorResponse>""".formatted(said);
    }
}
