package io.github.dynamodbmigrations.launch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * DynamoDB's own JSON over HTTP, for a server that checks no signature: what fixtures need is passed through as text, and
 * the build needs no second AWS SDK beside the project's.
 */
final class LocalApi {
    static final String ACCESS_KEY_ID = "rehearsal";
    static final String REGION = "us-east-1";

    private static final JsonFactory JSON = new JsonFactory();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final URI endpoint;

    LocalApi(URI endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param body JSON
     */
    record Answer(int status, String body) {
        boolean isOk() {
            return status == 200;
        }

        /** The name of the error, such as {@code ValidationException}. */
        String error() {
            return field("__type")
                    .map(type -> type.substring(type.lastIndexOf('#') + 1).replace("\"", ""))
                    .orElse("HTTP status " + status);
        }

        /** What the service says about the error; may quote data. */
        String message() {
            return field("Message").or(() -> field("message")).orElse(error());
        }

        /** The JSON text of an outermost field. */
        Optional<String> field(String name) {
            try (var parser = JSON.createParser(body)) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    var found = parser.currentName().equals(name);
                    parser.nextToken();
                    var start = (int) parser.currentTokenLocation().getCharOffset();
                    parser.skipChildren();
                    parser.finishToken();
                    if (found) {
                        return Optional.of(body.substring(
                                start, (int) parser.currentLocation().getCharOffset()));
                    }
                }
                return Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }

    /** Calls an operation and waits for its answer. */
    Answer call(String operation, String body) {
        return await(start(operation, body));
    }

    /** Calls an operation without waiting. */
    CompletableFuture<Answer> start(String operation, String body) {
        return client.sendAsync(request(operation, body), BodyHandlers.ofString())
                .thenApply(response -> new Answer(response.statusCode(), response.body()));
    }

    /** Waits for an answer. */
    Answer await(CompletableFuture<Answer> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw new ProblemException(
                    ProblemCode.ENDPOINT_UNUSABLE,
                    "the database does not answer (" + cause(e).getClass().getSimpleName() + ")",
                    endpoint.toString(),
                    "Start it, or leave <endpoint> out.");
        }
    }

    /** Whether the server that was started with this name answers. */
    boolean isAnswering(String name) {
        try {
            HttpResponse<String> response =
                    client.send(request("ListTables", "{}", "Origin", name), BodyHandlers.ofString());
            return response.headers()
                    .firstValue("Access-Control-Allow-Origin")
                    .filter(name::equals)
                    .isPresent();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest request(String operation, String body, String... headers) {
        var request = HttpRequest.newBuilder(endpoint)
                .timeout(TIMEOUT)
                .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY_ID + "/20260101/" + REGION
                                + "/dynamodb/aws4_request, SignedHeaders=host, Signature=none");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.POST(BodyPublishers.ofString(body)).build();
    }

    private static Throwable cause(CompletionException e) {
        return e.getCause() == null ? e : e.getCause();
    }
}
