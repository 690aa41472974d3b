package com.example;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where a customer's item keeps the address. */
final class Address {
    static final String CHANGE = "SET mail = :address";

    private Address() {}

    static String of(Map<String, AttributeValue> customer) {
        return customer.get("mail").s();
    }
}
