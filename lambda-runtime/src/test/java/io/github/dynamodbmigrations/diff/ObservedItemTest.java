package io.github.dynamodbmigrations.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.Item;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class ObservedItemTest {
    private static final Map<String, AttributeValue> IMAGE =
            Map.of("a", AttributeValue.fromS("x"), "b", AttributeValue.fromN("1"), "c", AttributeValue.fromBool(true));

    private final Observation observation = new Observation();
    private final Item item = ObservedItem.of(IMAGE, observation);

    @Test
    void notesWhatIsReadByAnyGetter() {
        item.string("a");
        item.has("x");
        item.isNull("y");
        assertEquals(Set.of("a", "x", "y"), names());
    }

    @Test
    void notesWhatIsNamedEvenIfItComesOutEqual() {
        item.with("b", 1).without("z");
        assertEquals(Set.of("b", "z"), names());
    }

    @Test
    void notesWhatIsReadOfItemsMadeFromIt() {
        item.with("d", "new").string("a");
        assertEquals(Set.of("a", "d"), names());
    }

    @Test
    void askingForAllAttributesReadsAll() {
        assertEquals(IMAGE, item.attributes());
        assertEquals(Set.of("a", "b", "c"), names());
    }

    @Test
    void lookingFromOutsideNotesNothing() {
        assertEquals(IMAGE, ObservedItem.imageOf(item));
        assertEquals(Set.of(), names());
    }

    @Test
    void knowsItsOwnDescendants() {
        assertTrue(ObservedItem.isObservedBy(observation, item.with("a", "y")));
        assertFalse(ObservedItem.isObservedBy(observation, Item.of(IMAGE)));
        assertFalse(ObservedItem.isObservedBy(observation, ObservedItem.of(IMAGE, new Observation())));
    }

    @Test
    void isImmutable() {
        item.with("a", "changed").without("b");
        assertEquals("x", item.string("a").orElseThrow());
        assertTrue(item.has("b"));
    }

    private Set<String> names() {
        return observation.names(IMAGE.keySet());
    }
}
