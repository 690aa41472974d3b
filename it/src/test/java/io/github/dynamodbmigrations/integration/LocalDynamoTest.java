package io.github.dynamodbmigrations.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
final class LocalDynamoTest {
    @Test
    void answersAndIsOneForAll() {
        try (var client = LocalDynamo.client()) {
            assertTrue(client.listTables().sdkHttpResponse().isSuccessful());
        }
        assertEquals(LocalDynamo.endpoint(), LocalDynamo.endpoint());
    }
}
