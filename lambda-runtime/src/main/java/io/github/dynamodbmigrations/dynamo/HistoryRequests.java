package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.dynamo.HistoryWrite.Check;
import io.github.dynamodbmigrations.dynamo.HistoryWrite.Put;
import io.github.dynamodbmigrations.dynamo.HistoryWrite.Update;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Makes requests of writes of the history. */
final class HistoryRequests {
    private HistoryRequests() {}

    static PutItemRequest.Builder put(String table, Put put) {
        return PutItemRequest.builder()
                .tableName(table)
                .item(put.item())
                .conditionExpression(put.condition().text())
                .expressionAttributeNames(put.condition().namesWith(Expression.NOTHING))
                .expressionAttributeValues(valuesOf(put.condition(), Expression.NOTHING));
    }

    static UpdateItemRequest.Builder update(String table, Update update) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(update.key())
                .updateExpression(update.update().text())
                .conditionExpression(textOf(update.condition()))
                .expressionAttributeNames(update.update().namesWith(update.condition()))
                .expressionAttributeValues(valuesOf(update.update(), update.condition()));
    }

    static TransactWriteItem inTransaction(String table, HistoryWrite write) {
        var condition = write.condition();
        var item = TransactWriteItem.builder();
        if (write instanceof Put put) {
            item.put(it -> it.tableName(table)
                    .item(put.item())
                    .conditionExpression(condition.text())
                    .expressionAttributeNames(condition.namesWith(Expression.NOTHING))
                    .expressionAttributeValues(valuesOf(condition, Expression.NOTHING)));
        } else if (write instanceof Update update) {
            item.update(it -> it.tableName(table)
                    .key(update.key())
                    .updateExpression(update.update().text())
                    .conditionExpression(condition.text())
                    .expressionAttributeNames(update.update().namesWith(condition))
                    .expressionAttributeValues(valuesOf(update.update(), condition)));
        } else {
            item.conditionCheck(it -> it.tableName(table)
                    .key(((Check) write).key())
                    .conditionExpression(condition.text())
                    .expressionAttributeNames(condition.namesWith(Expression.NOTHING))
                    .expressionAttributeValues(valuesOf(condition, Expression.NOTHING)));
        }
        return item.build();
    }

    /** DynamoDB refuses an empty condition; the last to write wins where there is none. */
    private static @Nullable String textOf(Expression condition) {
        return condition.text().isEmpty() ? null : condition.text();
    }

    /** DynamoDB refuses an empty map of values. */
    private static @Nullable Map<String, AttributeValue> valuesOf(Expression one, Expression other) {
        var values = one.valuesWith(other);
        return values.isEmpty() ? null : values;
    }
}
