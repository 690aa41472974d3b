package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.scan.KeySchema;
import io.github.dynamodbmigrations.write.Expressions;
import io.github.dynamodbmigrations.write.ItemWrite;
import io.github.dynamodbmigrations.write.RankGuard;
import io.github.dynamodbmigrations.write.WriteExpressions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Words a run's writes as requests. There is no put of an item that was read, and no batch: neither has conditions. */
final class WriteRequests {
    private static final ReturnValuesOnConditionCheckFailure OLD = ReturnValuesOnConditionCheckFailure.ALL_OLD;

    private final String table;
    private final KeySchema keys;
    private final Optional<RankGuard> carried;
    private final Optional<LedgerMarkers> markers;
    private final WriteExpressions words;

    WriteRequests(RunPlan plan, Optional<LedgerMarkers> markers) {
        var identity = plan.table().orElseThrow();
        this.table = identity.name();
        this.keys = identity.keys();
        this.carried = plan.guard() == GuardMode.ITEM ? Optional.of(RankGuard.of(plan)) : Optional.empty();
        this.markers = markers;
        this.words = WriteExpressions.of(plan);
    }

    /** Whether a write needs a transaction: then it costs twice. */
    boolean needsTransaction(ItemWrite write) {
        return markers.isPresent() || !write.puts().isEmpty();
    }

    UpdateItemRequest update(ItemWrite.Update write) {
        var expressions = words.of(write);
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(write.key().attributes())
                .updateExpression(expressions.update())
                .conditionExpression(expressions.condition())
                .expressionAttributeNames(expressions.names())
                .expressionAttributeValues(expressions.values())
                .returnValuesOnConditionCheckFailure(OLD)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
    }

    DeleteItemRequest delete(ItemWrite.Delete write) {
        var expressions = words.of(write);
        return DeleteItemRequest.builder()
                .tableName(table)
                .key(write.key().attributes())
                .conditionExpression(expressions.condition())
                .expressionAttributeNames(expressions.names())
                .expressionAttributeValues(expressions.values())
                .returnValuesOnConditionCheckFailure(OLD)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
    }

    /**
     * The original first, then the puts, then the original's marker and those of the puts, which are this rank's work and
     * not to be migrated again; last, for an undo, that a rank was applied.
     */
    TransactWriteItemsRequest transaction(ItemWrite write, Optional<LedgerMarkers> undone) {
        var items = new ArrayList<TransactWriteItem>();
        items.add(original(write, words.of(write)));
        write.puts().forEach(put -> items.add(newItem(table, keys.partition(), guarded(put))));
        markers.ifPresent(ledger -> {
            items.add(newItem(ledger.table(), ledger.keys().partition(), ledger.of(write.key())));
            write.puts().forEach(put -> items.add(marker(ledger, ItemKey.of(put, keys))));
            undone.ifPresent(applied -> items.add(applied(applied, write.key())));
        });
        return TransactWriteItemsRequest.builder()
                .transactItems(items)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
    }

    private static TransactWriteItem marker(LedgerMarkers ledger, ItemKey key) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(ledger.table()).item(ledger.of(key)))
                .build();
    }

    private static TransactWriteItem applied(LedgerMarkers undone, ItemKey key) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(undone.table())
                        .key(undone.of(key))
                        .conditionExpression("attribute_exists(#dm0)")
                        .expressionAttributeNames(Map.of("#dm0", undone.keys().partition())))
                .build();
    }

    private TransactWriteItem original(ItemWrite write, Expressions expressions) {
        var item = TransactWriteItem.builder();
        if (write instanceof ItemWrite.Update) {
            item.update(Update.builder()
                    .tableName(table)
                    .key(write.key().attributes())
                    .updateExpression(expressions.update())
                    .conditionExpression(expressions.condition())
                    .expressionAttributeNames(expressions.names())
                    .expressionAttributeValues(expressions.values())
                    .returnValuesOnConditionCheckFailure(OLD)
                    .build());
        } else {
            item.delete(Delete.builder()
                    .tableName(table)
                    .key(write.key().attributes())
                    .conditionExpression(expressions.condition())
                    .expressionAttributeNames(expressions.names())
                    .expressionAttributeValues(expressions.values())
                    .returnValuesOnConditionCheckFailure(OLD)
                    .build());
        }
        return item.build();
    }

    private Map<String, AttributeValue> guarded(Map<String, AttributeValue> put) {
        var item = new HashMap<>(put);
        carried.ifPresent(guard -> item.put(guard.attribute(), guard.value()));
        return item;
    }

    private static TransactWriteItem newItem(String table, String partitionKey, Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(#dm0)")
                        .expressionAttributeNames(Map.of("#dm0", partitionKey))
                        .build())
                .build();
    }
}
