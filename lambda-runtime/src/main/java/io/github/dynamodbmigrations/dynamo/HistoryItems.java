package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.throttle.Pause;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Reads and writes items of the history table: every read consistent and over all pages, every write conditional, one that
 * meets another transaction made again.
 */
public final class HistoryItems {
    private static final Expression EVERYTHING = Expression.NOTHING;

    private final DynamoDbClient client;
    private final HistorySettings settings;
    private final Requests requests;

    /**
     * Makes one.
     *
     * @param client of the history table's account and region
     * @param settings where the history is kept
     * @param pause how to wait for another transaction
     */
    public HistoryItems(DynamoDbClient client, HistorySettings settings, Pause pause) {
        this.client = client;
        this.settings = settings;
        this.requests = new Requests(client, pause);
    }

    HistoryItemCodec codec() {
        return new HistoryItemCodec(settings);
    }

    Optional<StoredItem> get(Map<String, AttributeValue> key) {
        var response = request(
                "GetItem",
                () -> client.getItem(
                        get -> get.tableName(settings.table()).key(key).consistentRead(true)));
        return response.hasItem() ? Optional.of(new StoredItem(response.item())) : Optional.empty();
    }

    /** All items of a partition whose sort key begins with a text, in the order of their sort keys. */
    List<Map<String, AttributeValue>> query(String partition, String sortStart) {
        return query(partition, sortStart, EVERYTHING, Long.MAX_VALUE);
    }

    /** The first of those that a filter selects. */
    List<Map<String, AttributeValue>> query(String partition, String sortStart, Expression filter, long most) {
        var query = queryOf(partition, sortStart, filter).build();
        return request(
                "Query",
                () -> client.queryPaginator(query).items().stream().limit(most).toList());
    }

    long count(String partition, String sortStart, Expression filter) {
        var query = queryOf(partition, sortStart, filter).select(Select.COUNT).build();
        return request(
                "Query",
                () -> client.queryPaginator(query).stream()
                        .mapToLong(page -> page.count())
                        .sum());
    }

    private QueryRequest.Builder queryOf(String partition, String sortStart, Expression filter) {
        var names = new HashMap<>(filter.namesWith(EVERYTHING));
        var values = new HashMap<>(filter.values());
        names.put("#partition", settings.partitionKeyName());
        values.put(":partition", AttributeValue.fromS(partition));
        var condition = "#partition = :partition";
        if (!sortStart.isEmpty()) {
            names.put("#sort", settings.sortKeyName());
            values.put(":start", AttributeValue.fromS(sortStart));
            condition += " AND begins_with(#sort, :start)";
        }
        return QueryRequest.builder()
                .tableName(settings.table())
                .consistentRead(true)
                .keyConditionExpression(condition)
                .filterExpression(filter.text().isEmpty() ? null : filter.text())
                .expressionAttributeNames(names)
                .expressionAttributeValues(values);
    }

    /** Writes one item; answers what was there if the condition did not hold. */
    Optional<StoredItem> write(HistoryWrite write) {
        return write instanceof HistoryWrite.Put put
                ? put(put)
                : update((HistoryWrite.Update) write).refused();
    }

    private Optional<StoredItem> put(HistoryWrite.Put put) {
        try {
            request(
                    "PutItem",
                    () -> client.putItem(HistoryRequests.put(settings.table(), put)
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                            .build()));
            return Optional.empty();
        } catch (ConditionalCheckFailedException refused) {
            return Optional.of(new StoredItem(refused.item()));
        }
    }

    /** Changes one item; answers what was there before. */
    Updated update(HistoryWrite.Update update) {
        try {
            var response = request(
                    "UpdateItem",
                    () -> client.updateItem(HistoryRequests.update(settings.table(), update)
                            .returnValues(ReturnValue.ALL_OLD)
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                            .build()));
            return new Updated(true, new StoredItem(response.attributes()));
        } catch (ConditionalCheckFailedException refused) {
            return new Updated(false, new StoredItem(refused.item()));
        }
    }

    /** What came of a change: whether it was made, and the item as it was before. */
    record Updated(boolean isMade, StoredItem before) {
        Optional<StoredItem> refused() {
            return isMade ? Optional.empty() : Optional.of(before);
        }
    }

    /** Writes all or nothing; answers which of the writes were refused. */
    List<Boolean> transact(List<HistoryWrite> writes) {
        var items = writes.stream()
                .map(write -> HistoryRequests.inTransaction(settings.table(), write))
                .toList();
        for (var attempt = 1; ; attempt++) {
            try {
                request("TransactWriteItems", () -> client.transactWriteItems(all -> all.transactItems(items)));
                return List.of();
            } catch (TransactionCanceledException canceled) {
                var codes = canceled.cancellationReasons().stream()
                        .map(CancellationReason::code)
                        .toList();
                if (codes.contains("ConditionalCheckFailed")) {
                    return codes.stream().map("ConditionalCheckFailed"::equals).toList();
                }
                if (attempt == Requests.TRIES) {
                    throw canceled;
                }
                requests.waitAfter(attempt);
            }
        }
    }

    private <T> T request(String action, Supplier<T> call) {
        try {
            return requests.make(action, settings.table(), call);
        } catch (ResourceNotFoundException missing) {
            throw FailureCode.TABLE_NOT_FOUND.exception("history table " + settings.table()
                    + " does not exist. It is made by a run or a deployment; name it with <historyTable>.");
        }
    }
}
