package io.github.dynamodbmigrations.integration.history;

import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Makes every condition hold: what is refused all the same is not refused by conditions. */
final class NoConditions implements ExecutionInterceptor {
    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        var request = context.request();
        if (request instanceof UpdateItemRequest update) {
            return update.toBuilder()
                    .conditionExpression(held(update.conditionExpression()))
                    .build();
        }
        if (request instanceof PutItemRequest put) {
            return put.toBuilder()
                    .conditionExpression(held(put.conditionExpression()))
                    .build();
        }
        if (request instanceof TransactWriteItemsRequest transaction) {
            List<TransactWriteItem> items =
                    transaction.transactItems().stream().map(NoConditions::held).toList();
            return transaction.toBuilder().transactItems(items).build();
        }
        return request;
    }

    private static TransactWriteItem held(TransactWriteItem item) {
        if (item.update() != null) {
            var update = item.update();
            return TransactWriteItem.builder()
                    .update(update.toBuilder()
                            .conditionExpression(held(update.conditionExpression()))
                            .build())
                    .build();
        }
        if (item.put() != null) {
            var put = item.put();
            return TransactWriteItem.builder()
                    .put(put.toBuilder()
                            .conditionExpression(held(put.conditionExpression()))
                            .build())
                    .build();
        }
        var check = item.conditionCheck();
        return TransactWriteItem.builder()
                .conditionCheck(check.toBuilder()
                        .conditionExpression(held(check.conditionExpression()))
                        .build())
                .build();
    }

    private static String held(String condition) {
        return "(" + condition + ") OR attribute_not_exists(neverThere)";
    }
}
