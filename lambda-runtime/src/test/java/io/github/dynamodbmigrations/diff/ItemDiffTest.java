package io.github.dynamodbmigrations.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Domain(Values.class)
class ItemDiffTest {
    @Property(edgeCases = EdgeCasesMode.NONE)
    void makesOneImageOfTheOther(@ForAll Map<String, AttributeValue> from, @ForAll Map<String, AttributeValue> to) {
        var diff = ItemDiff.between(from, to);
        assertTrue(AttributeEquality.areEqual(to, diff.applyTo(from)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void namesOnlyWhatDiffers(@ForAll Map<String, AttributeValue> from, @ForAll Map<String, AttributeValue> to) {
        for (var name : ItemDiff.between(from, to).names()) {
            var before = from.get(name);
            var after = to.get(name);
            assertFalse(before != null && after != null && AttributeEquality.areEqual(before, after), name);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void isEmptyForTheStoredForm(@ForAll Map<String, AttributeValue> image) {
        assertTrue(ItemDiff.between(image, NormalForm.of(image)).isEmpty());
    }

    @Example
    void anotherAttributeReplacesItsRemoval() {
        var diff = new ItemDiff(Map.of(), Set.of("v")).plus("v", AttributeValue.fromN("1"));
        assertEquals(Set.of(), diff.removed());
        assertEquals(Map.of("v", AttributeValue.fromN("1")), diff.applyTo(Map.of("v", AttributeValue.fromN("0"))));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatWasReadIsExpectedAndNothingElse(@ForAll Map<String, AttributeValue> image) {
        var expectation = Expectation.asRead(image, Set.of("a", "b"));
        assertTrue(expectation.holdsIn(image));
        for (var name : Set.of("a", "b", "c")) {
            var changed = new TreeMap<>(image);
            changed.put(name, AttributeValue.fromS("changed by another"));
            assertEquals(name.equals("c"), expectation.holdsIn(changed), name);
            var removed = new TreeMap<>(image);
            removed.remove(name);
            assertEquals(name.equals("c") || !image.containsKey(name), expectation.holdsIn(removed), name);
        }
    }

    @Example
    void showsNoValues() {
        var image = Map.of("email", AttributeValue.fromS("secret"));
        assertFalse(ItemDiff.between(Map.of(), image).toString().contains("secret"));
        assertFalse(Expectation.asRead(image, Set.of("email")).toString().contains("secret"));
    }
}
