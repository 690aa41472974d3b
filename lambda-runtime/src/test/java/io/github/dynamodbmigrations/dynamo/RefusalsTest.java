package io.github.dynamodbmigrations.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.diff.Expectation;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.history.Undoing;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.scan.KeySchema;
import io.github.dynamodbmigrations.throttle.TransientReason;
import io.github.dynamodbmigrations.write.ItemWrite;
import io.github.dynamodbmigrations.write.WriteResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ReplicatedWriteConflictException;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

final class RefusalsTest {
    private static final DynamoDbClient CLIENT = DynamoDbClient.builder()
            .region(Region.EU_CENTRAL_1)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    private static final Map<String, AttributeValue> KEY = Map.of("pk", AttributeValue.fromS("1"));
    private static final ItemWrite MOVE =
            new ItemWrite.Delete(new ItemKey(KEY), new Expectation(Map.of(), Set.of()), List.of(KEY));

    @ParameterizedTest
    @CsvSource({
        "TableWriteKeyRangeThroughputExceeded, KEY_RANGE",
        "TableReadProvisionedThroughputExceeded, TABLE",
        "IndexWriteMaxOnDemandThroughputExceeded, TABLE",
        "TableWriteAccountLimitExceeded, ACCOUNT"
    })
    void aThrottleSaysWhereToSlowDown(String reason, TransientReason expected) {
        var throttled = ThrottlingException.builder()
                .throttlingReasons(ThrottlingReason.builder().reason(reason).build())
                .build();
        assertEquals(Optional.of(expected), Refusals.transientReason(throttled));
    }

    @Test
    void whatMayPassIsTriedAgain() {
        assertEquals(
                Optional.of(TransientReason.ACCOUNT),
                Refusals.transientReason(RequestLimitExceededException.builder().build()));
        assertEquals(
                Optional.of(TransientReason.REPLICATION_CONFLICT),
                Refusals.transientReason(
                        ReplicatedWriteConflictException.builder().build()));
        assertEquals(
                Optional.of(TransientReason.UNAVAILABLE),
                Refusals.transientReason(
                        InternalServerErrorException.builder().statusCode(500).build()));
        assertEquals(
                Optional.of(TransientReason.UNAVAILABLE), Refusals.transientReason(ApiCallTimeoutException.create(1)));
        assertEquals(
                Optional.of(TransientReason.UNAVAILABLE),
                Refusals.transientReason(SdkClientException.create("reset", new IOException())));
    }

    @Test
    void whatWillNotPassIsNot() {
        var noCredentials = SdkClientException.create("Unable to load credentials");
        assertEquals(Optional.empty(), Refusals.transientReason(noCredentials));
        assertSame(noCredentials, Refusals.stop(noCredentials, "Scan", "customers", CLIENT));
        var denied = refused("AccessDeniedException", "not authorized to perform dynamodb:UpdateItem");
        assertEquals(Optional.empty(), Refusals.transientReason(denied));
        var stop = assertInstanceOf(MigrationException.class, Refusals.stop(denied, "UpdateItem", "customers", CLIENT));
        assertEquals("DM416", stop.code());
        assertTrue(String.valueOf(stop.getMessage()).contains("dynamodb:UpdateItem"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Item size to update has exceeded the maximum allowed size|TOO_LARGE",
                "Item size has exceeded the maximum allowed size|TOO_LARGE",
                "Invalid ConditionExpression: Expression size has exceeded the maximum allowed size|EXPRESSION_TOO_LARGE",
                "One or more parameter values were invalid: Type mismatch for Index Key city Expected: S Actual: N|INDEX_KEY",
                "Attempting to store more than 38 significant digits in a Number|NUMBER",
                "Number overflow. Attempting to store a number with magnitude larger than supported range|NUMBER",
                "One or more parameter values were invalid: An number set  may not be empty|EMPTY_SET",
                "Nesting Levels have exceeded supported limits|TOO_DEEP",
                "something never heard of|REFUSED_BY_SERVICE"
            })
    void aValidationSaysWhatIsWrongWithTheItem(String message, RejectCode expected) {
        assertFalse(ContentRefusal.isOfExpression(message));
        assertEquals(expected, ContentRefusal.meaning(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Invalid FilterExpression: Syntax error; token: \"=\", near: \"= =\"",
                "Invalid ConditionExpression: Attribute name is a reserved keyword; reserved keyword: status",
                "Value provided in ExpressionAttributeNames unused in expressions: keys: {#x}",
                "Filter Expression can only contain non-primary key attributes: Primary key attribute: pk"
            })
    void orThatItIsTheExpression(String message) {
        assertTrue(ContentRefusal.isOfExpression(message));
    }

    @Test
    void aCancelledTransactionIsReadInTheOrderOfItsParts() {
        assertEquals(new WriteResult.Gone(2), meaning(false, "ConditionalCheckFailed", "None"));
        assertEquals(new WriteResult.TargetExists(2), meaning(false, "None", "ConditionalCheckFailed"));
        assertEquals(
                new WriteResult.Transient(TransientReason.TRANSACTION_CONFLICT),
                meaning(false, "TransactionConflict", "ConditionalCheckFailed"),
                "the original's condition was not looked at");
        assertEquals(
                new WriteResult.Marked(2),
                meaning(true, "ConditionalCheckFailed", "ConditionalCheckFailed", "ConditionalCheckFailed", "None"));
        assertEquals(
                RejectCode.COLLECTION_TOO_LARGE,
                ((WriteResult.Invalid) meaning(false, "None", "ItemCollectionSizeLimitExceeded"))
                        .objection()
                        .code());
    }

    @Test
    void aLostAcknowledgementOfATransactionIsNoExistingTarget() {
        assertEquals(new WriteResult.Gone(2), meaning(false, "ConditionalCheckFailed", "ConditionalCheckFailed"));
    }

    @Test
    void theRefusedImageIsReturned() {
        var original = CancellationReason.builder()
                .code("ConditionalCheckFailed")
                .item(KEY)
                .build();
        var refused =
                CancelledTransaction.meaning(cancelled(List.of(original, reason("None"))), MOVE, Optional.empty());
        assertEquals(Optional.of(new WriteResult.Refused(KEY, 2)), refused);
    }

    @Test
    void whatWasNotAppliedToAnItemIsNotUndoneInIt() {
        var undoing = markers(Optional.of(new Undoing(3, 0)));
        assertEquals(
                new WriteResult.NotApplied(2),
                meaning(undoing, "ConditionalCheckFailed", "None", "None", "None", "ConditionalCheckFailed"));
        assertEquals(
                new WriteResult.Marked(2),
                meaning(undoing, "None", "None", "ConditionalCheckFailed", "None", "ConditionalCheckFailed"));
    }

    private static Optional<LedgerMarkers> markers(Optional<Undoing> undoing) {
        return Optional.of(
                new LedgerMarkers("history", new KeySchema("pk", Optional.of("sk")), "_migration", 2, 4, undoing));
    }

    private static WriteResult meaning(boolean hasMarker, String... codes) {
        return meaning(hasMarker ? markers(Optional.empty()) : Optional.empty(), codes);
    }

    private static WriteResult meaning(Optional<LedgerMarkers> markers, String... codes) {
        var reasons = Stream.of(codes).map(RefusalsTest::reason).toList();
        return CancelledTransaction.meaning(cancelled(reasons), MOVE, markers).orElseThrow();
    }

    private static CancellationReason reason(String code) {
        return CancellationReason.builder().code(code).build();
    }

    private static TransactionCanceledException cancelled(List<CancellationReason> reasons) {
        return TransactionCanceledException.builder()
                .cancellationReasons(reasons)
                .build();
    }

    private static DynamoDbException refused(String code, String message) {
        return (DynamoDbException) DynamoDbException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .statusCode(400)
                .build();
    }
}
