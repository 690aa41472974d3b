package io.github.dynamodbmigrations.plan;

import java.util.List;
import java.util.Optional;

/**
 * What the author declared of the application's writers.
 *
 * @param versionAttribute the number that every writer expects and increments
 * @param attributes all attributes besides the keys that writers set; empty if not declared
 * @param updateOnly writers neither insert nor delete
 * @param addNothing writers add no attribute to what the migration deletes
 * @param region the only region written in
 */
public record WriterFacts(
        Optional<String> versionAttribute,
        List<String> attributes,
        boolean updateOnly,
        boolean addNothing,
        Optional<String> region) {
    /** Nothing is known. */
    public static final WriterFacts UNKNOWN =
            new WriterFacts(Optional.empty(), List.of(), false, false, Optional.empty());
}
