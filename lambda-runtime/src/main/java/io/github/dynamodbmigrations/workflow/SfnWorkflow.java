package io.github.dynamodbmigrations.workflow;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.dynamo.DynamoConnection.Credentials;
import io.github.dynamodbmigrations.engine.ExecutionStatus;
import io.github.dynamodbmigrations.engine.Workflow;
import io.github.dynamodbmigrations.history.FailureCode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.ValidationException;

/** Executions of Step Functions. */
public final class SfnWorkflow implements Workflow {
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

    private final SfnClient client;
    private final BiConsumer<String, String> untold;

    private SfnWorkflow(SfnClient client, BiConsumer<String, String> untold) {
        this.client = client;
        this.untold = untold;
    }

    /**
     * Connects, with the credentials of the SDK's default chain. Whoever deploys gives a function all rights that it needs:
     * a status that is denied to it is a failure.
     *
     * @param region the machines' region
     * @param endpoint another endpoint than the service's
     * @return the connection
     */
    public static SfnWorkflow open(String region, Optional<URI> endpoint) {
        return open(region, endpoint, Optional.empty(), (execution, why) -> {
            if (isDenial(why)) {
                throw denied("DescribeExecution", execution, why);
            }
        });
    }

    /**
     * Connects.
     *
     * @param region the machines' region
     * @param endpoint another endpoint than the service's
     * @param credentials asked before each request; empty for the SDK's default chain
     * @param untold hears of each execution whose status could not be had, and why
     * @return the connection
     */
    public static SfnWorkflow open(
            String region,
            Optional<URI> endpoint,
            Optional<Supplier<Credentials>> credentials,
            BiConsumer<String, String> untold) {
        var builder = SfnClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.of(region))
                .overrideConfiguration(
                        override -> override.retryStrategy(RetryMode.STANDARD).apiCallTimeout(CALL_TIMEOUT));
        endpoint.ifPresent(builder::endpointOverride);
        credentials.ifPresent(
                source -> builder.credentialsProvider(() -> source.get().resolved()));
        return new SfnWorkflow(builder.build(), untold);
    }

    @Override
    public boolean start(String stateMachineArn, String name, Map<String, ?> input) {
        var text = InputText.write(input);
        try {
            client.startExecution(request ->
                    request.stateMachineArn(stateMachineArn).name(name).input(text));
            return true;
        } catch (ExecutionAlreadyExistsException before) {
            return false;
        } catch (SfnException refused) {
            throw stop(refused, "StartExecution", stateMachineArn);
        }
    }

    @Override
    public ExecutionStatus status(String executionArn) {
        try {
            return switch (client.describeExecution(request -> request.executionArn(executionArn))
                    .status()) {
                case RUNNING, PENDING_REDRIVE -> ExecutionStatus.RUNNING;
                case SUCCEEDED, FAILED, TIMED_OUT, ABORTED -> ExecutionStatus.OVER;
                case UNKNOWN_TO_SDK_VERSION -> ExecutionStatus.UNKNOWN;
            };
        } catch (ExecutionDoesNotExistException none) {
            return ExecutionStatus.OVER;
        } catch (SdkException refused) {
            untold.accept(executionArn, reason(refused));
            return ExecutionStatus.UNKNOWN;
        }
    }

    @Override
    public void stop(String executionArn, String why) {
        try {
            client.stopExecution(request ->
                    request.executionArn(executionArn).error("Stopped").cause(why));
        } catch (ExecutionDoesNotExistException over) {
            return;
        } catch (SfnException refused) {
            if (refused instanceof ValidationException && status(executionArn) == ExecutionStatus.OVER) {
                return;
            }
            throw stop(refused, "StopExecution", executionArn);
        }
    }

    private static RuntimeException stop(SfnException refused, String action, String resource) {
        var code = reason(refused);
        if (!isDenial(code)) {
            return refused;
        }
        var stop = denied(action, resource, code);
        stop.initCause(refused);
        return stop;
    }

    private static boolean isDenial(String code) {
        return code.startsWith("AccessDenied");
    }

    private static MigrationException denied(String action, String resource, String code) {
        return FailureCode.ACCESS_DENIED.exception("access denied: " + action + " on " + resource
                + ". Step Functions says " + code + ". Give the function's role the right states:" + action + ".");
    }

    /** The code of the refusal; what kept a request from being answered has none. */
    private static String reason(SdkException refused) {
        return refused instanceof AwsServiceException answered && answered.awsErrorDetails() != null
                ? String.valueOf(answered.awsErrorDetails().errorCode())
                : "no answer";
    }

    @Override
    public void close() {
        client.close();
    }
}
