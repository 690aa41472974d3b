package io.github.dynamodbmigrations.diff;

import io.github.dynamodbmigrations.Item;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item that notes what is read of it and of the items made from it. */
public final class ObservedItem implements Item {
    private final Map<String, AttributeValue> image;
    private final Observation observation;

    private ObservedItem(Map<String, AttributeValue> image, Observation observation) {
        this.image = image;
        this.observation = observation;
    }

    /**
     * An item to hand to a migration.
     *
     * @param image its attributes, without what is hidden
     * @param observation where to note
     * @return the item
     */
    public static ObservedItem of(Map<String, AttributeValue> image, Observation observation) {
        return new ObservedItem(Map.copyOf(image), observation);
    }

    /** The attributes of any item, without noting that they were read. */
    public static Map<String, AttributeValue> imageOf(Item item) {
        return item instanceof ObservedItem observed ? observed.image : item.attributes();
    }

    /** Whether the item was made from one that notes here. */
    public static boolean isObservedBy(Observation observation, Item item) {
        return item instanceof ObservedItem observed && observed.observation == observation;
    }

    @Override
    public Map<String, AttributeValue> attributes() {
        observation.noteAll();
        return image;
    }

    @Override
    public Optional<AttributeValue> get(String name) {
        observation.note(name);
        return Optional.ofNullable(image.get(name));
    }

    @Override
    public Item with(String name, AttributeValue value) {
        observation.note(name);
        var changed = new HashMap<>(image);
        changed.put(name, value);
        return new ObservedItem(Collections.unmodifiableMap(changed), observation);
    }

    @Override
    public Item without(String... names) {
        List.of(names).forEach(observation::note);
        var changed = new HashMap<>(image);
        changed.keySet().removeAll(List.of(names));
        return new ObservedItem(Collections.unmodifiableMap(changed), observation);
    }

    /** Shows names only: values are item data. */
    @Override
    public String toString() {
        return "item" + image.keySet().stream().sorted().toList();
    }
}
