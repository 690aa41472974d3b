package io.github.dynamodbmigrations.integration.fault;

import io.github.dynamodbmigrations.integration.fault.Operation.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The application's view of its table: one attempt per request, and what DynamoDB said to it. */
record ShopTable(DynamoDbClient client, String name) {
    private static final int BATCH = 25;

    /** What DynamoDB said, with the item that made it refuse (empty if there is none). */
    record Answer(Outcome outcome, Map<String, AttributeValue> refusedBy) {
        private static final Answer OK = new Answer(Outcome.OK, Map.of());
        private static final Answer UNKNOWN = new Answer(Outcome.INFO, Map.of());
        private static final Answer CONFLICT = new Answer(Outcome.FAIL, Map.of());
    }

    static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
    }

    /**
     * Updates an item.
     *
     * @param key its key
     * @param update the expression; says {@code #s} for the attribute {@code status}
     * @param condition what must hold
     * @param values by placeholder
     */
    Answer update(
            Map<String, AttributeValue> key, String update, String condition, Map<String, AttributeValue> values) {
        return attempt(() -> client.updateItem(request -> request.tableName(name)
                .key(key)
                .updateExpression(update)
                .conditionExpression(condition)
                .expressionAttributeNames(update.contains("#s") ? Map.of("#s", "status") : null)
                .expressionAttributeValues(values)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
    }

    Answer delete(Map<String, AttributeValue> key, String condition) {
        return delete(key, condition, null);
    }

    Answer delete(Map<String, AttributeValue> key, String condition, @Nullable Map<String, AttributeValue> values) {
        return attempt(() -> client.deleteItem(request -> request.tableName(name)
                .key(key)
                .conditionExpression(condition)
                .expressionAttributeValues(values)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
    }

    /** Puts an item whatever is there. */
    Answer put(Map<String, AttributeValue> item) {
        return attempt(() -> client.putItem(request -> request.tableName(name).item(item)));
    }

    Answer put(Map<String, AttributeValue> item, String condition, Map<String, AttributeValue> values) {
        return attempt(() -> client.putItem(request -> request.tableName(name)
                .item(item)
                .conditionExpression(condition)
                .expressionAttributeValues(values)));
    }

    /** Puts many items where there are none yet, before anyone else writes. */
    void fill(List<Map<String, AttributeValue>> items) {
        for (var start = 0; start < items.size(); start += BATCH) {
            var batch = items.subList(start, Math.min(items.size(), start + BATCH)).stream()
                    .map(item -> WriteRequest.builder()
                            .putRequest(put -> put.item(item))
                            .build())
                    .toList();
            client.batchWriteItem(request -> request.requestItems(Map.of(name, batch)));
        }
    }

    Answer insert(Map<String, AttributeValue> item) {
        return attempt(() -> client.putItem(
                request -> request.tableName(name).item(item).conditionExpression("attribute_not_exists(pk)")));
    }

    Map<String, AttributeValue> get(Map<String, AttributeValue> key) {
        return client.getItem(request -> request.tableName(name).key(key).consistentRead(true))
                .item();
    }

    /** All items, read consistently. */
    Stream<Map<String, AttributeValue>> items() {
        return client
                .scanPaginator(
                        request -> request.tableName(name).consistentRead(true).limit(1_000))
                .items()
                .stream();
    }

    private static Answer attempt(Runnable request) {
        try {
            request.run();
            return Answer.OK;
        } catch (ConditionalCheckFailedException refused) {
            return new Answer(Outcome.FAIL, refused.hasItem() ? refused.item() : Map.of());
        } catch (TransactionConflictException conflict) {
            return Answer.CONFLICT;
        } catch (SdkException unknown) {
            return Answer.UNKNOWN;
        }
    }
}
