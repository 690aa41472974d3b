package io.github.dynamodbmigrations.integration;

import io.github.dynamodbmigrations.launch.DynamoDbLocal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * One DynamoDB Local for all tests of this JVM, as a process of its own, started when it is first needed and ended with
 * the JVM.
 */
public final class LocalDynamo {
    /** A system property: the address of one that is there already, for processes that a test starts. */
    public static final String ELSEWHERE = "dynamodb.local.endpoint";

    private LocalDynamo() {}

    /** Its address. */
    public static URI endpoint() {
        var elsewhere = System.getProperty(ELSEWHERE);
        return elsewhere == null ? Server.ENDPOINT : URI.create(elsewhere);
    }

    /** A client of it, with short time-outs and no retries, so that a test sees every refusal. */
    public static DynamoDbClient client() {
        return builder()
                .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)))
                .build();
    }

    /** A builder of clients of it, for tests that need other settings. */
    public static DynamoDbClientBuilder builder() {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(Duration.ofSeconds(30))
                        .build());
    }

    /** A table name that no other test uses. */
    public static String uniqueName(String start) {
        return start + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** The files of DynamoDB Local. */
    static List<Path> files() {
        var lib = Path.of(System.getProperty("dynamodb.local.lib", "engines/dynamodb-local/target/lib"))
                .toAbsolutePath()
                .normalize();
        try (var files = Files.list(lib)) {
            return files.sorted().toList();
        } catch (IOException missing) {
            throw new IllegalStateException(
                    "no DynamoDB Local at " + lib + "; `mvn process-resources -pl it/engines/dynamodb-local` gets it",
                    missing);
        }
    }

    /** Started by the first use of the class around it that needs it. */
    private static final class Server {
        static final URI ENDPOINT = DynamoDbLocal.start(files(), Path.of("target/dynamodb-local.log"), uniqueName("it"))
                .endpoint();
    }
}
