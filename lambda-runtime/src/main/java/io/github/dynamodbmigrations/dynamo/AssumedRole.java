package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.dynamo.DynamoConnection.Credentials;
import io.github.dynamodbmigrations.dynamo.DynamoConnection.Target;
import io.github.dynamodbmigrations.history.FailureCode;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** The credentials of a role that is taken on to reach a table: asked for once, and anew before they end. */
final class AssumedRole implements Supplier<Credentials>, AutoCloseable {
    private static final String SESSION = "dynamodb-migrations";
    private static final int TRIES = 8;

    private final String role;
    private final StsClient client;
    private final StsAssumeRoleCredentialsProvider provider;

    /**
     * Asks for nothing yet.
     *
     * @param role its ARN
     * @param target as whom and where the role is asked for; DynamoDB's own endpoint is not STS's
     * @param endpoint another endpoint of STS than the one that the SDK finds
     */
    AssumedRole(String role, Target target, Optional<URI> endpoint) {
        this.role = role;
        var builder = StsClient.builder().httpClient(UrlConnectionHttpClient.create());
        builder.overrideConfiguration(override -> {
            override.apiCallTimeout(target.callTimeout());
            // A worker that gets no credentials ends its run; the longest call time bounds all tries.
            override.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                    .maxAttempts(TRIES)
                    .build());
            target.profile().ifPresent(override::defaultProfileName);
        });
        target.reach(builder);
        endpoint.ifPresent(builder::endpointOverride);
        this.client = builder.build();
        this.provider = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(client)
                .refreshRequest(request -> request.roleArn(role).roleSessionName(SESSION))
                .build();
    }

    /**
     * What requests are signed with now.
     *
     * @throws io.github.dynamodbmigrations.MigrationException if the role is not given, or nobody answers
     */
    @Override
    public Credentials get() {
        try {
            return Credentials.of(provider.resolveCredentials());
        } catch (AwsServiceException refused) {
            throw refused.isThrottlingException() || Refusals.isUnavailable(refused)
                    ? unanswered("It says " + said(refused) + ".", refused)
                    : denied(refused);
        } catch (SdkException silent) {
            throw unanswered("Its answer did not come.", silent);
        }
    }

    private RuntimeException unanswered(String how, SdkException thrown) {
        var stop = FailureCode.UNREACHABLE.exception("STS does not answer: AssumeRole of " + role + ". " + how
                + " See that it can be reached from here, from a VPC by an endpoint of its own;"
                + " then run this again: what was begun goes on from its checkpoints.");
        stop.initCause(thrown);
        return stop;
    }

    private static String said(AwsServiceException refused) {
        return Optional.ofNullable(refused.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("status " + refused.statusCode());
    }

    private RuntimeException denied(AwsServiceException refused) {
        var caller = Optional.ofNullable(refused.awsErrorDetails())
                .flatMap(details -> DeniedCaller.in(details.errorMessage()));
        var stop = FailureCode.ACCESS_DENIED.exception("access denied: sts:AssumeRole of " + role
                + caller.map(known -> " by " + known.arn()).orElse("")
                + ". STS says "
                + said(refused)
                + ". Add "
                + caller.map(known -> "the principal " + known.account()).orElse("its caller")
                + " to the trust policy of that role, under no condition that this caller fails. Anyone but the stack's"
                + " functions needs the right sts:AssumeRole on it, too.");
        stop.initCause(refused);
        return stop;
    }

    @Override
    public void close() {
        provider.close();
        client.close();
    }
}
