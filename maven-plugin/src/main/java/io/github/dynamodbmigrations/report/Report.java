package io.github.dynamodbmigrations.report;

import java.util.List;

/** What a goal reports, for people and for programs. */
public interface Report {
    /** For people, line by line. */
    List<String> text();

    /** For programs, as JSON. */
    String json();

    /** In one of the two formats. */
    default List<String> lines(Format format) {
        return format == Format.JSON ? List.of(json()) : text();
    }

    /** A format. */
    enum Format {
        /** For people. */
        TEXT,
        /** For programs. */
        JSON
    }
}
