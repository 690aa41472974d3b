package io.github.dynamodbmigrations.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Domain(Values.class)
class AttributeEqualityTest {
    @Property(edgeCases = EdgeCasesMode.NONE)
    void aValueEqualsItsStoredForm(@ForAll AttributeValue value) {
        assertTrue(AttributeEquality.areEqual(value, NormalForm.of(value)));
        assertEquals(NormalForm.of(value), NormalForm.of(NormalForm.of(value)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsEqualHasOneStoredFormApartFromTheOrderInSets(@ForAll AttributeValue one, @ForAll AttributeValue other) {
        if (NormalForm.of(one).equals(NormalForm.of(other))) {
            assertTrue(AttributeEquality.areEqual(one, other));
        }
        assertEquals(AttributeEquality.areEqual(one, other), AttributeEquality.areEqual(other, one));
    }

    @Example
    void numbersAreComparedByValue() {
        assertTrue(same(AttributeValue.fromN("1.50"), AttributeValue.fromN("15E-1")));
        assertTrue(same(AttributeValue.fromN("-0"), AttributeValue.fromN("0.00")));
        assertFalse(same(AttributeValue.fromN("1"), AttributeValue.fromN("1.0000000000000000000000000000000000001")));
        assertFalse(same(AttributeValue.fromN("1"), AttributeValue.fromS("1")));
    }

    @Example
    void setsHaveNoOrder() {
        assertTrue(same(AttributeValue.fromNs(List.of("1.0", "2")), AttributeValue.fromNs(List.of("2.00", "1"))));
        assertTrue(same(AttributeValue.fromSs(List.of("a", "b")), AttributeValue.fromSs(List.of("b", "a"))));
        assertTrue(same(AttributeValue.fromBs(bytes("a", "b")), AttributeValue.fromBs(bytes("b", "a"))));
        assertFalse(same(AttributeValue.fromSs(List.of("a")), AttributeValue.fromSs(List.of("a", "b"))));
        assertFalse(same(AttributeValue.fromL(list("1", "2")), AttributeValue.fromL(list("2", "1"))), "lists have one");
    }

    @Example
    void documentsAreComparedInDepth() {
        var one = AttributeValue.fromM(Map.of("a", AttributeValue.fromL(list("1.0"))));
        assertTrue(same(one, AttributeValue.fromM(Map.of("a", AttributeValue.fromL(list("1"))))));
        assertFalse(same(one, AttributeValue.fromM(Map.of("a", AttributeValue.fromL(list("2"))))));
        assertFalse(same(one, AttributeValue.fromM(Map.of("b", AttributeValue.fromL(list("1"))))));
    }

    @Example
    void whatIsNoNumberEqualsOnlyItself() {
        assertTrue(same(AttributeValue.fromN("x"), AttributeValue.fromN("x")));
        assertFalse(same(AttributeValue.fromN("x"), AttributeValue.fromN("1")));
    }

    @Example
    void aNumberIsStoredWithoutExponentAndTrailingZeros() {
        assertEquals(AttributeValue.fromN("1.5"), NormalForm.of(AttributeValue.fromN("1.50")));
        assertEquals(AttributeValue.fromN("100"), NormalForm.of(AttributeValue.fromN("1E+2")));
        assertEquals(AttributeValue.fromN("7"), NormalForm.of(AttributeValue.fromN("007")));
        assertEquals(AttributeValue.fromN("0"), NormalForm.of(AttributeValue.fromN("-0.0")));
    }

    private static boolean same(AttributeValue one, AttributeValue other) {
        return AttributeEquality.areEqual(one, other);
    }

    private static List<SdkBytes> bytes(String... texts) {
        return List.of(texts).stream().map(SdkBytes::fromUtf8String).toList();
    }

    private static List<AttributeValue> list(String... numbers) {
        return List.of(numbers).stream().map(AttributeValue::fromN).toList();
    }
}
