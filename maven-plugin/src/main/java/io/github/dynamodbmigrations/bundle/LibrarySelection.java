package io.github.dynamodbmigrations.bundle;

import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.project.Library;
import java.util.List;
import java.util.function.Predicate;

/**
 * Libraries told apart by patterns of their ids.
 *
 * @param matching those that a pattern matches
 * @param others the rest
 * @param idle the patterns that match none
 */
record LibrarySelection(List<Library> matching, List<Library> others, List<String> idle) {
    static LibrarySelection of(List<String> patterns, List<Library> libraries) {
        Predicate<Library> matches =
                library -> patterns.stream().anyMatch(pattern -> new PathPattern(pattern).matches(library.id()));
        return new LibrarySelection(
                libraries.stream().filter(matches).toList(),
                libraries.stream().filter(matches.negate()).toList(),
                patterns.stream()
                        .filter(pattern ->
                                libraries.stream().noneMatch(library -> new PathPattern(pattern).matches(library.id())))
                        .toList());
    }

    /** A warning for every pattern that matches none. */
    List<Problem> problems(String parameter, String where) {
        return idle.stream()
                .map(
                        pattern -> new Problem(
                                ProblemCode.MATCHES_NOTHING,
                                "<" + parameter + "> has '" + pattern + "', which matches no library",
                                where,
                                "Write group:artifact, with * for any part of a name, for example org.example:*, or remove it."))
                .toList();
    }
}
