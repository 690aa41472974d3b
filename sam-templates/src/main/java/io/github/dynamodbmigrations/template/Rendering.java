package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.Problem;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rendered application.
 *
 * @param files text by path relative to the application's directory; empty if a problem is an error
 * @param problems all that was found, errors and warnings
 */
public record Rendering(SortedMap<String, String> files, List<Problem> problems) {
    /** Copies both. */
    public Rendering {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        problems = List.copyOf(problems);
    }
}
