package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.throttle.TransientReason;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ReplicatedWriteConflictException;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** What the SDK's exceptions mean to a run, whatever was requested. */
final class Refusals {
    private static final Set<String> DENIED = Set.of(
            "AccessDeniedException",
            "UnrecognizedClientException",
            "ExpiredTokenException",
            "InvalidSignatureException",
            "MissingAuthenticationTokenException");

    private static final int SERVER_ERROR = 500;

    private Refusals() {}

    /** Why a request may be made again; empty if that would not help. */
    static Optional<TransientReason> transientReason(SdkException thrown) {
        if (thrown instanceof ProvisionedThroughputExceededException exceeded) {
            return Optional.of(throttle(exceeded.throttlingReasons().stream()));
        }
        if (thrown instanceof ThrottlingException throttled) {
            return Optional.of(throttle(throttled.throttlingReasons().stream()));
        }
        if (thrown instanceof RequestLimitExceededException) {
            return Optional.of(TransientReason.ACCOUNT);
        }
        if (thrown instanceof TransactionConflictException || thrown instanceof TransactionInProgressException) {
            return Optional.of(TransientReason.TRANSACTION_CONFLICT);
        }
        if (thrown instanceof ReplicatedWriteConflictException) {
            return Optional.of(TransientReason.REPLICATION_CONFLICT);
        }
        return isUnavailable(thrown) ? Optional.of(TransientReason.UNAVAILABLE) : Optional.empty();
    }

    /** What a reason for throttling says about where to slow down. */
    private static TransientReason throttle(Stream<ThrottlingReason> reasons) {
        var texts = reasons.map(ThrottlingReason::reason).toList();
        if (texts.stream().anyMatch(text -> text.contains("KeyRange"))) {
            return TransientReason.KEY_RANGE;
        }
        return texts.stream().anyMatch(text -> text.contains("AccountLimit"))
                ? TransientReason.ACCOUNT
                : TransientReason.TABLE;
    }

    /** Whether a service did not answer, or says that the fault is its own. */
    static boolean isUnavailable(SdkException thrown) {
        if (thrown instanceof AwsServiceException refused) {
            return refused.statusCode() >= SERVER_ERROR;
        }
        return thrown instanceof ApiCallTimeoutException
                || thrown instanceof ApiCallAttemptTimeoutException
                || causes(thrown).anyMatch(IOException.class::isInstance);
    }

    /**
     * The stop that an exception means which is no item's fault: what was denied, or not answered for too long; else the
     * exception itself.
     */
    static RuntimeException stop(SdkException thrown, String action, String table, DynamoDbClient client) {
        if (thrown instanceof DynamoDbException refused && DENIED.contains(errorCode(refused))) {
            return withCause(
                    FailureCode.ACCESS_DENIED.exception(
                            "access denied: " + action + " on table " + table + ". DynamoDB says "
                                    + errorCode(refused) + ". Give the caller's role the right "
                                    + DeniedAction.in(refused).orElse("dynamodb:" + action)
                                    + " on this table, or use other credentials."),
                    thrown);
        }
        return isUnavailable(thrown) ? withCause(unreachable(thrown, action, table, client), thrown) : thrown;
    }

    private static MigrationException unreachable(
            SdkException thrown, String action, String table, DynamoDbClient client) {
        var known = client.serviceClientConfiguration();
        var where = known.endpointOverride()
                .map(endpoint -> "endpoint " + endpoint)
                .orElseGet(() -> "region " + known.region());
        return FailureCode.UNREACHABLE.exception("DynamoDB does not answer: " + action + " on table " + table + ", "
                + where + ". " + cause(thrown)
                + ". See that it is there and can be reached, then run this again: what was"
                + " begun goes on from its checkpoints.");
    }

    /** Messages of input and output name machines and ports, never an item. */
    private static String cause(SdkException thrown) {
        if (thrown instanceof DynamoDbException refused) {
            return "It says " + errorCode(refused) + " (" + refused.statusCode() + ")";
        }
        return causes(thrown)
                .filter(IOException.class::isInstance)
                .reduce((outer, inner) -> inner)
                .map(io -> io.getClass().getSimpleName() + ": " + io.getMessage())
                .orElse("Its answer did not come in time");
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }

    /** The stop that an expression means which DynamoDB does not take; its message quotes the expression, never an item. */
    static MigrationException sourceRefused(DynamoDbException refused, String table) {
        return withCause(
                FailureCode.SOURCE_REFUSED.exception(
                        "source refused: table " + table + ". DynamoDB says: " + message(refused)
                                + ". Correct filter, names and values of @Scan or @Query; with an index or a query, the filter may"
                                + " name no key attribute of the table."),
                refused);
    }

    static String errorCode(DynamoDbException refused) {
        return refused.awsErrorDetails() == null
                ? ""
                : String.valueOf(refused.awsErrorDetails().errorCode());
    }

    static String message(DynamoDbException refused) {
        return refused.awsErrorDetails() == null
                ? ""
                : String.valueOf(refused.awsErrorDetails().errorMessage());
    }

    private static <T extends Throwable> T withCause(T exception, Throwable cause) {
        exception.initCause(cause);
        return exception;
    }
}
