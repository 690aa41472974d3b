package io.github.dynamodbmigrations;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item: immutable, with typed access to its attributes. Attributes that a migration does not touch keep their exact
 * value. Numbers are {@link BigDecimal}: DynamoDB keeps 38 decimal digits, which no {@code double} does.
 *
 * <p>The engine notes which attributes a migration reads or names, so that the write can expect them unchanged.
 * {@link #attributes()} counts as reading all of them, and so does putting an item that was made from this one.
 *
 * <p>A typed getter returns empty if the attribute is missing, and throws {@link AttributeTypeException} if it is of
 * another type.
 */
public interface Item {
    /** An item without attributes, to build on in tests. */
    static Item of() {
        return new AttributeItem(Map.of());
    }

    /**
     * An item with these attributes.
     *
     * @param attributes values by name
     * @return the item
     */
    static Item of(Map<String, AttributeValue> attributes) {
        return new AttributeItem(Map.copyOf(attributes));
    }

    /** All attributes by name, unmodifiable. Counts as reading all of them. */
    Map<String, AttributeValue> attributes();

    /**
     * The attribute as it is stored, whatever its type.
     *
     * @param name its name
     * @return its value; empty if it is missing
     */
    Optional<AttributeValue> get(String name);

    /**
     * This item with an attribute set.
     *
     * @param name its name
     * @param value its value
     * @return a new item
     */
    Item with(String name, AttributeValue value);

    /**
     * This item without some attributes.
     *
     * @param names their names; missing ones are no error
     * @return a new item
     */
    Item without(String... names);

    /** Whether the attribute exists, even as NULL. */
    default boolean has(String name) {
        return get(name).isPresent();
    }

    /** This item with a string attribute set. */
    default Item with(String name, String value) {
        return with(name, AttributeValue.fromS(value));
    }

    /** This item with a number attribute set. */
    default Item with(String name, BigDecimal value) {
        return with(name, AttributeValue.fromN(value.toString()));
    }

    /** This item with a number attribute set. */
    default Item with(String name, long value) {
        return with(name, AttributeValue.fromN(Long.toString(value)));
    }

    /** This item with a boolean attribute set. */
    default Item with(String name, boolean value) {
        return with(name, AttributeValue.fromBool(value));
    }

    /** A string (S). */
    default Optional<String> string(String name) {
        return AttributeTypes.read(this, name, AttributeValue.Type.S, AttributeValue::s);
    }

    /** A number (N). */
    default Optional<BigDecimal> number(String name) {
        return AttributeTypes.read(this, name, AttributeValue.Type.N, value -> new BigDecimal(value.n()));
    }

    /** A boolean (BOOL). */
    default Optional<Boolean> bool(String name) {
        return AttributeTypes.read(this, name, AttributeValue.Type.BOOL, AttributeValue::bool);
    }

    /** A copy of a binary (B). */
    default Optional<byte[]> binary(String name) {
        return AttributeTypes.read(
                this, name, AttributeValue.Type.B, value -> value.b().asByteArray());
    }

    /** A list (L), unmodifiable. */
    default Optional<List<AttributeValue>> list(String name) {
        return AttributeTypes.read(this, name, AttributeValue.Type.L, AttributeValue::l);
    }

    /** A map (M), unmodifiable. */
    default Optional<Map<String, AttributeValue>> map(String name) {
        return AttributeTypes.read(this, name, AttributeValue.Type.M, AttributeValue::m);
    }

    /** A set of strings (SS), unmodifiable. */
    default Optional<Set<String>> strings(String name) {
        return AttributeTypes.read(this, name, AttributeValue.Type.SS, value -> Set.copyOf(value.ss()));
    }

    /** A set of numbers (NS), unmodifiable. */
    default Optional<Set<BigDecimal>> numbers(String name) {
        return AttributeTypes.read(
                this,
                name,
                AttributeValue.Type.NS,
                value -> value.ns().stream().map(BigDecimal::new).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether the attribute exists and is NULL. */
    default boolean isNull(String name) {
        return get(name).map(value -> value.type() == AttributeValue.Type.NUL).orElse(false);
    }
}
