package io.github.dynamodbmigrations;

import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reading an attribute as one type. */
final class AttributeTypes {
    private AttributeTypes() {}

    static <T> Optional<T> read(
            Item item, String name, AttributeValue.Type wanted, Function<AttributeValue, T> reader) {
        var value = item.get(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        var found = value.get().type();
        if (found != wanted) {
            throw new AttributeTypeException(name, display(found), display(wanted));
        }
        return Optional.of(reader.apply(value.get()));
    }

    private static String display(AttributeValue.Type type) {
        return type == AttributeValue.Type.NUL ? "NULL" : type.name();
    }
}
