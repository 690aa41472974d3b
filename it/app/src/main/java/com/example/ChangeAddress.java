package com.example;

import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The function behind "change my address": answers with the address that the customer had so far. */
public final class ChangeAddress {
    private final DynamoDbClient dynamo = DynamoDbClient.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    private final String customers = System.getenv("CUSTOMERS");

    public Map<String, String> handle(Map<String, String> request) {
        var key = Map.of("id", AttributeValue.fromS(request.get("id")));
        var customer = dynamo.getItem(get -> get.tableName(customers).key(key).consistentRead(true))
                .item();
        dynamo.updateItem(update -> update.tableName(customers)
                .key(key)
                .updateExpression(Address.CHANGE + " ADD changes :one")
                .conditionExpression("attribute_exists(id)")
                .expressionAttributeValues(Map.of(
                        ":address", AttributeValue.fromS(request.get("address")),
                        ":one", AttributeValue.fromN("1"))));
        return Map.of("formerAddress", Address.of(customer));
    }
}
