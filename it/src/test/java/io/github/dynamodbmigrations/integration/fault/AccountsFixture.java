package io.github.dynamodbmigrations.integration.fault;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tables with many small items of one kind. */
final class AccountsFixture {
    private AccountsFixture() {}

    static ShopTable accounts(int size) {
        return filled(size, number -> account(Integer.toString(number), "note " + number));
    }

    static ShopTable customers(int size) {
        return filled(size, number -> {
            var customer = new HashMap<>(ShopTable.key("CUSTOMER#" + number, "PROFILE"));
            customer.put("fullName", AttributeValue.fromS("Ada" + number + " Byron King"));
            return customer;
        });
    }

    static Map<String, AttributeValue> account(String id, String note) {
        var account = new HashMap<>(ShopTable.key("CUSTOMER#" + id, "ACCOUNT"));
        account.put("balance", AttributeValue.fromN("0"));
        account.put("note", AttributeValue.fromS(note));
        account.put("version", AttributeValue.fromN("1"));
        return account;
    }

    private static ShopTable filled(int size, IntFunction<Map<String, AttributeValue>> item) {
        var table = ShopFixture.createEmpty();
        table.fill(IntStream.range(0, size).mapToObj(item).toList());
        return table;
    }
}
