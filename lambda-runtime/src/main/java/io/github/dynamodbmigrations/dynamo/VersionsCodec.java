package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items that the version machine remembers something in.
 *
 * @param items keys and common attributes
 */
record VersionsCodec(HistoryItemCodec items) {
    /** Nobody asks after an execution that has ended for longer. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final String STACK_SORTS = "STACK#";
    private static final String REFUSED_SORTS = "REFUSED#";
    private static final String REGISTERED = "registered";
    private static final String CODE = "errorCode";
    private static final String MESSAGE = "errorMessage";

    Map<String, AttributeValue> stackKey(String stack) {
        return items.versionsKey(STACK_SORTS + stack);
    }

    Map<String, AttributeValue> refusedKey(String execution) {
        return items.versionsKey(REFUSED_SORTS + execution);
    }

    /** What a stack says last counts. */
    HistoryWrite.Update register(String stack, String text) {
        return new HistoryWrite.Update(
                stackKey(stack), Expression.of("SET #registered = :text").with(":text", text), Expression.NOTHING);
    }

    String registered(StoredItem item) {
        return item.text(REGISTERED);
    }

    /** What was said first counts. */
    HistoryWrite.Update refused(String execution, Cause cause, Instant now) {
        return new HistoryWrite.Update(
                refusedKey(execution),
                Expression.of("SET #errorCode = :code, #errorMessage = :message, #expiresAt = :expires")
                        .with(":code", cause.code())
                        .with(":message", cause.message())
                        .with(":expires", now.plus(KEPT).getEpochSecond()),
                Expression.of("attribute_not_exists(#errorCode)"));
    }

    Cause refusal(StoredItem item) {
        return new Cause(item.text(CODE), item.text(MESSAGE));
    }
}
