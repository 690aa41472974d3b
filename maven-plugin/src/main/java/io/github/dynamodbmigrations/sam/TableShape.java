package io.github.dynamodbmigrations.sam;

import io.github.dynamodbmigrations.problem.ProblemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a table must have in common with the real one for migrations to behave the same: keys and indexes, without names,
 * billing and everything else that only an account knows.
 *
 * @param keys the key attributes, partition key first
 * @param attributeTypes by attribute of a key of the table or an index, its type: S, N or B
 * @param globalIndexes the global secondary indexes
 * @param localIndexes the local secondary indexes
 */
public record TableShape(
        List<KeyAttribute> keys,
        Map<String, String> attributeTypes,
        List<SecondaryIndex> globalIndexes,
        List<SecondaryIndex> localIndexes) {

    /**
     * An attribute's place in a key.
     *
     * @param attribute its name
     * @param role HASH or RANGE
     */
    public record KeyAttribute(String attribute, String role) {}

    /**
     * An index.
     *
     * @param name its name
     * @param keys its key attributes
     * @param projection ALL, KEYS_ONLY or INCLUDE
     * @param projected the attributes that INCLUDE names
     */
    public record SecondaryIndex(String name, List<KeyAttribute> keys, String projection, List<String> projected) {}

    /** The key attributes in their order, and the type of each. */
    public Map<String, String> keyTypes() {
        var types = new LinkedHashMap<String, String>();
        keys.forEach(key -> types.put(key.attribute(), attributeTypes.getOrDefault(key.attribute(), "S")));
        return types;
    }

    /**
     * Reads a file {@code <table>.table.json}, which holds what CreateTable and the AWS CLI take.
     *
     * @throws ProblemException if it does not say a table's shape
     */
    public static TableShape read(Path file) {
        var reader = new TemplateReader(file);
        return new ShapeReader(file.toString(), "Write it as `aws dynamodb create-table --generate-cli-skeleton` does.")
                .table(reader.map(reader.compose()));
    }
}
