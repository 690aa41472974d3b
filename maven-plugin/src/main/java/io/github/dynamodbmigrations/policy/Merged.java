package io.github.dynamodbmigrations.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** Several migrations ask for rights on the same table. */
final class Merged {
    private Merged() {}

    /** One statement for each purpose and resources, in the order in which they came. */
    static List<Statement> of(List<Statement> statements) {
        var merged = new LinkedHashMap<List<Object>, Statement>();
        for (var statement : statements) {
            merged.merge(
                    List.of(statement.sid(), statement.resources()),
                    statement,
                    (one, other) -> new Statement(
                            one.sid(),
                            Stream.concat(one.actions().stream(), other.actions().stream())
                                    .toList(),
                            one.resources(),
                            one.conditions()));
        }
        return new ArrayList<>(merged.values());
    }
}
