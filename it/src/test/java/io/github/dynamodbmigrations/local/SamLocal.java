package io.github.dynamodbmigrations.local;

import io.github.dynamodbmigrations.workflow.InputText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** What {@code it/engines/local/run} has started. */
final class SamLocal {
    static final String GIVEN = "LOCAL_FUNCTIONS";
    static final String REGION = "us-east-1";
    /** Functions have the same: DynamoDB Local wants letters and digits, and nobody judges them. */
    static final String CREDENTIAL = "test";

    private SamLocal() {}

    static URI dynamoEndpoint() {
        return URI.create(given("LOCAL_DYNAMODB"));
    }

    static DynamoDbClient dynamo() {
        return client(DynamoDbClient.builder(), "LOCAL_DYNAMODB");
    }

    static SfnClient workflows() {
        return client(SfnClient.builder(), "LOCAL_STEP_FUNCTIONS");
    }

    /** This machine as the functions' containers reach it. */
    static InetAddress bridge() {
        try {
            return InetAddress.getByName(given("LOCAL_BRIDGE"));
        } catch (IOException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }

    /** The one emitted state machine, with the functions that it calls. */
    static String definition() {
        try (var files = Files.walk(Path.of(given("LOCAL_APPLICATION")))) {
            var definition = files.filter(file -> file.endsWith("statemachine.asl.json"))
                    .filter(file -> !file.endsWith("versions/statemachine.asl.json"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(definition)
                    .replace("${ControlFunctionArn}", arn("ControlFunction"))
                    .replace("${WorkerFunctionArn}", arn("WorkerFunction"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String arn(String function) {
        return "arn:aws:lambda:" + REGION + ":123456789012:function:" + function;
    }

    /** Calls a function as Lambda does, and answers what it returned. */
    static String invoke(String function, Map<String, ?> event) {
        var request = HttpRequest.newBuilder(
                        URI.create(given(GIVEN) + "/2015-03-31/functions/" + function + "/invocations"))
                .POST(HttpRequest.BodyPublishers.ofString(InputText.write(event)))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || answer.body().contains("errorMessage")) {
                throw new AssertionError(function + " answered " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String given(String name) {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> new IllegalStateException("no " + name + ": it/engines/local/run gives it"));
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, String endpoint) {
        return builder.endpointOverride(URI.create(given(endpoint)))
                .region(Region.of(REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(CREDENTIAL, CREDENTIAL)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
