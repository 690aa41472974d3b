package io.github.dynamodbmigrations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemTest {
    private final Item ada = Item.of().with("name", "Ada").with("age", 36).with("vip", true);

    @Test
    void readsTypedAttributesAndAnswersEmptyWhereOneIsMissing() {
        assertEquals("Ada", ada.string("name").orElseThrow());
        assertEquals(new BigDecimal(36), ada.number("age").orElseThrow());
        assertEquals(true, ada.bool("vip").orElseThrow());
        assertTrue(ada.string("nickname").isEmpty());
        assertFalse(ada.isNull("nickname"));
    }

    @Test
    void saysBothTypesButNoValueWhenTheTypeIsWrong() {
        var thrown = assertThrows(AttributeTypeException.class, () -> ada.number("name"));
        assertEquals(
                "DM402 attribute 'name' is of type S, not N; read it with get() or return Change.reject()",
                thrown.getMessage());
        assertEquals("DM402", thrown.code());
    }

    @Test
    void leavesTheOriginalAloneWhenSomethingIsSetOrDropped() {
        var changed = ada.without("age", "missing").with("name", "Grace");
        assertEquals("Ada", ada.string("name").orElseThrow());
        assertEquals("Grace", changed.string("name").orElseThrow());
        assertFalse(changed.has("age"));
        assertTrue(ada.has("age"));
    }

    @Test
    void keepsNumbersAsTheirDecimalText() {
        var exact = Item.of(
                Map.of("n", AttributeValue.fromN("1.50"), "ns", AttributeValue.fromNs(java.util.List.of("1", "2"))));
        assertEquals("1.50", exact.get("n").orElseThrow().n());
        assertEquals(
                Set.of(BigDecimal.ONE, BigDecimal.valueOf(2)),
                exact.numbers("ns").orElseThrow());
    }

    @Test
    void showsNamesButNoValuesAsText() {
        assertEquals("item[age, name, vip]", ada.toString());
        assertEquals("update and put 1", Change.update(ada).put(ada).toString());
        assertEquals("delete", Change.delete().toString());
        assertEquals("reject", Change.reject("secret").toString());
    }
}
