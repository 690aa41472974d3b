package io.github.dynamodbmigrations.dynamo;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * Refuses every read that is not consistent, before it is sent: what the engine decides by must not be older than what it
 * wrote. Only an index cannot be read so; it supplies keys.
 */
final class ConsistentReads implements ExecutionInterceptor {
    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        var request = context.request();
        var isConsistent = true;
        if (request instanceof GetItemRequest get) {
            isConsistent = isTrue(get.consistentRead());
        } else if (request instanceof QueryRequest query) {
            isConsistent = isTrue(query.consistentRead()) || query.indexName() != null;
        } else if (request instanceof ScanRequest scan) {
            isConsistent = isTrue(scan.consistentRead()) || scan.indexName() != null;
        }
        if (!isConsistent) {
            throw new IllegalStateException(
                    "a read that is not consistent: " + request.getClass().getSimpleName());
        }
    }

    private static boolean isTrue(Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }
}
