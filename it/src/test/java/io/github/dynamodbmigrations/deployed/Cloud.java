package io.github.dynamodbmigrations.deployed;

import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.RunKey;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The emulated AWS beside which the tests run. */
public final class Cloud {
    static final String GIVEN = "CLOUD_ENDPOINT";
    public static final String REGION = "us-east-1";
    /** Of the account's root, whom no policy holds back. */
    public static final String CREDENTIAL = "test";

    private Cloud() {}

    public static String given(String name) {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> new IllegalStateException("no " + name + ": it/engines/cloud/run gives it"));
    }

    public static URI endpoint() {
        return URI.create(given(GIVEN));
    }

    public static DynamoDbClient dynamo() {
        return dynamo(CREDENTIAL);
    }

    /** In another account, whose number is the key of its root. */
    static DynamoDbClient dynamo(String account) {
        return client(DynamoDbClient.builder(), account);
    }

    public static SfnClient workflows() {
        return client(SfnClient.builder());
    }

    public static CloudFormationClient stacks() {
        return client(CloudFormationClient.builder());
    }

    public static LambdaClient functions() {
        return client(LambdaClient.builder());
    }

    public static IamClient identities() {
        return identities(CREDENTIAL);
    }

    /** In another account. */
    static IamClient identities(String account) {
        return client(IamClient.builder(), account);
    }

    /** For calls that must not be made twice, as the SDK does when it has lost an answer. */
    static LambdaClient functionsCalledOnce() {
        return client(LambdaClient.builder()
                .overrideConfiguration(settings -> settings.retryStrategy(AwsRetryStrategy.doNotRetry())));
    }

    /** What a history table says now. */
    public static HistoryState history(String table) {
        return read(table, ports -> ports.history().read());
    }

    /** How far the first pass of a run has come. */
    static List<Checkpoint> firstPass(String historyTable, RunKey run) {
        return read(historyTable, ports -> ports.checkpoints().ofPass(run.version(), run.rank(), 1));
    }

    /** Starts an execution of a machine and waits for its end; its ARN. */
    public static String execute(String machine, String input) {
        try (var client = workflows()) {
            var execution = client.startExecution(
                            request -> request.stateMachineArn(machine).input(input))
                    .executionArn();
            Stack.await("the end of " + input, () -> !status(execution).equals("RUNNING"));
            return execution;
        }
    }

    /** Waits until something is so, for as long as tests wait for anything. */
    public static void await(String what, BooleanSupplier condition) {
        Stack.await(what, condition);
    }

    /** The status of an execution. */
    public static String status(String execution) {
        try (var client = workflows()) {
            return client.describeExecution(request -> request.executionArn(execution))
                    .statusAsString();
        }
    }

    private static <T> T read(String historyTable, Function<EnginePorts, T> question) {
        var target = new DynamoConnection.Target(
                REGION,
                Optional.of(endpoint()),
                Optional.of(new DynamoConnection.Credentials(CREDENTIAL, CREDENTIAL)),
                Duration.ofSeconds(30));
        try (var connection = DynamoConnection.open(
                target, Clock.systemUTC(), pause -> {}, () -> UUID.randomUUID().toString())) {
            return question.apply(connection.ports(HistorySettings.of(historyTable)));
        }
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return client(builder, CREDENTIAL);
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, String accessKey) {
        return builder.endpointOverride(endpoint())
                .region(Region.of(REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, CREDENTIAL)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
