package io.github.dynamodbmigrations.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class KeyHashTest {
    @Test
    void isTheSameForTheSameKeyHoweverItsNumberIsWritten() {
        assertEquals(
                KeyHash.of(key("a", AttributeValue.fromN("1.0"))), KeyHash.of(key("a", AttributeValue.fromN("1"))));
        assertEquals(64, KeyHash.of(key("a", AttributeValue.fromN("1"))).length());
    }

    @Test
    void tellsKeysApartThatOnlyTogetherReadAlike() {
        assertNotEquals(
                KeyHash.of(key("ab", AttributeValue.fromS("c"))), KeyHash.of(key("a", AttributeValue.fromS("bc"))));
        assertNotEquals(
                KeyHash.of(key("a", AttributeValue.fromS("1"))), KeyHash.of(key("a", AttributeValue.fromN("1"))));
    }

    @Test
    void isMaskedByASecret() {
        var key = key("a", AttributeValue.fromS("x"));
        assertNotEquals(KeyHash.masked(key, "run 1"), KeyHash.masked(key, "run 2"));
        assertEquals(12, KeyHash.masked(key, "run 1").length());
    }

    private static ItemKey key(String partition, AttributeValue sort) {
        return new ItemKey(Map.of("pk", AttributeValue.fromS(partition), "sk", sort));
    }
}
