package io.github.dynamodbmigrations.integration;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
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
    private static final Duration START = Duration.ofSeconds(60);

    private LocalDynamo() {}

    /** Its address. */
    public static URI endpoint() {
        return Server.ENDPOINT;
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

    /** Started by the first use of the class around it that needs it. */
    private static final class Server {
        static final URI ENDPOINT = start();

        private static URI start() {
            var lib = Path.of(System.getProperty("dynamodb.local.lib", "engines/dynamodb-local/target/lib"))
                    .toAbsolutePath()
                    .normalize();
            if (!Files.isDirectory(lib)) {
                throw new IllegalStateException("no DynamoDB Local at " + lib
                        + "; build it with `mvn process-resources -pl it/engines/dynamodb-local`");
            }
            try {
                var port = freePort();
                var log = Files.createTempFile("dynamodb-local", ".log");
                log.toFile().deleteOnExit();
                var process = new ProcessBuilder(command(lib, port))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
                await(process, port, log);
                return URI.create("http://localhost:" + port);
            } catch (IOException failure) {
                throw new IllegalStateException("DynamoDB Local did not start", failure);
            }
        }

        private static List<String> command(Path lib, int port) {
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1g",
                    "-cp",
                    lib + "/*",
                    "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
                    "-inMemory",
                    "-sharedDb",
                    "-disableTelemetry",
                    "-port",
                    Integer.toString(port));
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        private static void await(Process process, int port, Path log) throws IOException {
            var end = System.nanoTime() + START.toNanos();
            while (System.nanoTime() < end && process.isAlive()) {
                if (listens(port)) {
                    return;
                }
                sleep();
            }
            process.destroyForcibly();
            throw new IllegalStateException("DynamoDB Local does not listen: " + Files.readString(log));
        }

        private static boolean listens(int port) {
            try (var socket = new Socket("localhost", port)) {
                return socket.isConnected();
            } catch (IOException notYet) {
                return false;
            }
        }

        private static void sleep() {
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
