package io.github.dynamodbmigrations.dynamo;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

class ConsistentReadsTest {
    @Test
    void refusesAReadOfTheHistoryThatMayBeOld() {
        var get = GetItemRequest.builder().tableName("history").key(Map.of());
        refused("GetItemRequest", get.build());
        refused("GetItemRequest", get.consistentRead(false).build());
        sent(get.consistentRead(true).build());
    }

    @Test
    void refusesQueriesAndScansThatMayBeOld() {
        refused("QueryRequest", QueryRequest.builder().tableName("history").build());
        refused("ScanRequest", ScanRequest.builder().tableName("orders").build());
        sent(QueryRequest.builder().consistentRead(true).build());
        sent(ScanRequest.builder().consistentRead(true).build());
    }

    @Test
    void letsAnIndexSupplyKeysAndOtherRequestsPass() {
        sent(QueryRequest.builder().indexName("by-total").build());
        sent(ScanRequest.builder().indexName("by-total").build());
        sent(DescribeTableRequest.builder().build());
    }

    private static void refused(String name, SdkRequest request) {
        var refusal = assertThrows(IllegalStateException.class, () -> execute(request));
        assertEquals("a read that is not consistent: " + name, refusal.getMessage());
    }

    private static void sent(SdkRequest request) {
        assertDoesNotThrow(() -> execute(request));
    }

    private static void execute(SdkRequest request) {
        new ConsistentReads().beforeExecution(() -> request, new ExecutionAttributes());
    }
}
