package io.github.dynamodbmigrations.sam;

import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import io.github.dynamodbmigrations.sam.TableShape.KeyAttribute;
import io.github.dynamodbmigrations.sam.TableShape.SecondaryIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads a table's shape from its properties, which CloudFormation and CreateTable write alike.
 *
 * @param where the file and table, for messages
 * @param remedy the way out of a shape that cannot be read
 */
record ShapeReader(String where, String remedy) {
    private static final Map<String, String> SIMPLE_TYPES = Map.of("String", "S", "Number", "N", "Binary", "B");

    /** The shape of a table with these properties. */
    TableShape table(Map<String, Object> properties) {
        var types = new LinkedHashMap<String, String>();
        for (var definition : required(elements(properties, "AttributeDefinitions"), "AttributeDefinitions")) {
            types.put(text(definition, "AttributeName"), text(definition, "AttributeType"));
        }
        var shape = new TableShape(
                keys(properties, "KeySchema"),
                types,
                indexes(properties, "GlobalSecondaryIndexes"),
                indexes(properties, "LocalSecondaryIndexes"));
        Stream.concat(
                        shape.keys().stream(),
                        Stream.of(shape.globalIndexes(), shape.localIndexes())
                                .flatMap(List::stream)
                                .flatMap(index -> index.keys().stream()))
                .map(KeyAttribute::attribute)
                .filter(attribute -> !types.containsKey(attribute))
                .findFirst()
                .ifPresent(attribute -> {
                    throw problem("AttributeDefinitions lacks key attribute " + attribute);
                });
        return shape;
    }

    /** The shape of a {@code AWS::Serverless::SimpleTable} with these properties. */
    TableShape simpleTable(Map<String, Object> properties) {
        if (properties.get("PrimaryKey") == null) {
            return simple("id", "S");
        }
        if (!(properties.get("PrimaryKey") instanceof Map<?, ?>)) {
            throw unreadable("PrimaryKey", properties.get("PrimaryKey"));
        }
        var key = Maps.child(properties, "PrimaryKey");
        var type = text(key, "Type");
        return simple(
                text(key, "Name"),
                Optional.ofNullable(SIMPLE_TYPES.get(type)).orElseThrow(() -> unreadable("PrimaryKey.Type", type)));
    }

    private static TableShape simple(String name, String type) {
        return new TableShape(List.of(new KeyAttribute(name, "HASH")), Map.of(name, type), List.of(), List.of());
    }

    private List<SecondaryIndex> indexes(Map<String, Object> properties, String property) {
        return elements(properties, property).stream()
                .map(index -> {
                    var projection = Maps.child(index, "Projection");
                    return new SecondaryIndex(
                            text(index, "IndexName"),
                            keys(index, "KeySchema"),
                            projection.containsKey("ProjectionType") ? text(projection, "ProjectionType") : "ALL",
                            list(projection, "NonKeyAttributes").stream()
                                    .map(name -> asText("NonKeyAttributes", name))
                                    .toList());
                })
                .toList();
    }

    private List<KeyAttribute> keys(Map<String, Object> properties, String property) {
        return required(elements(properties, property), property).stream()
                .map(key -> new KeyAttribute(text(key, "AttributeName"), text(key, "KeyType")))
                .toList();
    }

    private <T> List<T> required(List<T> elements, String property) {
        if (elements.isEmpty()) {
            throw problem(property + " is missing");
        }
        return elements;
    }

    private List<Map<String, Object>> elements(Map<String, Object> properties, String property) {
        var list = list(properties, property);
        return IntStream.range(0, list.size())
                .mapToObj(i -> element(property + "[" + i + "]", list.get(i)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> element(String property, Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw unreadable(property, value);
    }

    private List<?> list(Map<String, Object> properties, String property) {
        var value = properties.get(property);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw unreadable(property, value);
    }

    private String text(Map<String, Object> properties, String property) {
        var value = properties.get(property);
        if (value == null) {
            throw problem(property + " is missing");
        }
        return asText(property, value);
    }

    private String asText(String property, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw unreadable(property, value);
    }

    private ProblemException unreadable(String property, Object value) {
        return problem(
                value instanceof Unresolved unresolved
                        ? property + " depends on " + unresolved.why()
                        : property + " is not what a table's property is");
    }

    private ProblemException problem(String what) {
        return new ProblemException(
                new Problem(ProblemCode.TABLE_SHAPE_UNKNOWN, "table's shape cannot be read, " + what, where, remedy));
    }
}
