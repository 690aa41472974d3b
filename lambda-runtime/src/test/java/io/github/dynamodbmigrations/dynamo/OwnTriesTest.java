package io.github.dynamodbmigrations.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.dynamo.DynamoConnection.Credentials;
import io.github.dynamodbmigrations.dynamo.DynamoConnection.Target;
import io.github.dynamodbmigrations.throttle.Pause;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What the client of every goal and function sends again by itself, and what it leaves to the engine. */
final class OwnTriesTest {
    private static final Target TARGET = new Target(
            "eu-central-1",
            Optional.of(URI.create("http://localhost:8000")),
            Optional.of(new Credentials("local", "local")),
            Duration.ofSeconds(10));

    private final Answers answers = new Answers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ProvisionedThroughputExceededException",
                "ThrottlingException",
                "RequestLimitExceeded",
                "TransactionInProgressException"
            })
    void aRefusalForWantOfCapacityComesBackAtOnce(String type) {
        answers.refuse(400, type);
        assertThrows(DynamoDbException.class, this::describe);
        assertEquals(1, answers.asked);
    }

    @Test
    void aFailureOfTheServiceIsAskedAgain() {
        answers.refuse(500, "InternalServerError");
        assertThrows(DynamoDbException.class, this::describe);
        assertEquals(3, answers.asked);
    }

    @Test
    void whatMayPassIsMadeAgainByTheEngine() {
        answers.refuse(400, "ThrottlingException");
        var pauses = new ArrayList<Duration>();
        var requests = new Requests(client(), pauses::add);
        assertThrows(DynamoDbException.class, () -> requests.make("DescribeTable", "orders", this::describe));
        assertEquals(Requests.TRIES, answers.asked);
        assertEquals(Requests.TRIES - 1, pauses.size());
        assertTrue(pauses.get(3).compareTo(pauses.get(0)) > 0, pauses.toString());
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamedWithWhatItWasAsked() {
        var requests = new Requests(client(), Pause.NEVER);
        var stop =
                assertThrows(MigrationException.class, () -> requests.make("DescribeTable", "orders", this::describe));
        assertEquals(
                "DM325 DynamoDB does not answer: DescribeTable on table orders, endpoint http://localhost:8000."
                        + " ConnectException: Connection refused. See that it is there and can be reached, then run this"
                        + " again: what was begun goes on from its checkpoints.",
                stop.getMessage());
        assertEquals(3, answers.asked, "and nobody waited");
    }

    @Test
    void orWithWhatItSays() {
        answers.refuse(503, "ServiceUnavailable");
        var requests = new Requests(client(), Pause.NEVER);
        var stop =
                assertThrows(MigrationException.class, () -> requests.make("DescribeTable", "orders", this::describe));
        assertTrue(String.valueOf(stop.getMessage()).contains("It says ServiceUnavailable (503)"), stop.getMessage());
    }

    private DynamoDbClient client() {
        return DynamoConnection.client(TARGET, answers);
    }

    private Object describe() {
        return client().describeTable(request -> request.tableName("orders"));
    }

    /** Refuses the connection, or answers the same always. */
    private static final class Answers implements SdkHttpClient {
        private int status;
        private String body = "";
        private int asked;

        void refuse(int with, String type) {
            status = with;
            body = "{\"__type\": \"com.amazonaws.dynamodb.v20120810#" + type + "\", \"message\": \"no\"}";
        }

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            asked++;
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    if (status == 0) {
                        throw new ConnectException("Connection refused");
                    }
                    var bytes = body.getBytes(StandardCharsets.UTF_8);
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder()
                                    .statusCode(status)
                                    .putHeader("Content-Length", Integer.toString(bytes.length))
                                    .build())
                            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
                            .build();
                }

                @Override
                public void abort() {}
            };
        }

        @Override
        public void close() {}
    }
}
