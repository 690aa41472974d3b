package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.throttle.TransientReason;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
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

    private static boolean isUnavailable(SdkException thrown) {
        if (thrown instanceof DynamoDbException refused) {
            return refused.statusCode() >= 500;
        }
        return thrown instanceof ApiCallTimeoutException
                || thrown instanceof ApiCallAttemptTimeoutException
                || Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                        .anyMatch(IOException.class::isInstance);
    }

    /** The stop that an exception means which is neither transient nor an item's fault; else the exception itself. */
    static RuntimeException stop(SdkException thrown, String action, String table) {
        if (thrown instanceof DynamoDbException refused && DENIED.contains(errorCode(refused))) {
            return withCause(
                    FailureCode.ACCESS_DENIED.exception(
                            "access denied: " + action + " on table " + table + ". DynamoDB says "
                                    + errorCode(refused) + ". Give the caller's role the right dynamodb:" + action
                                    + " on this table, or use other credentials."),
                    thrown);
        }
        return thrown;
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
