package io.github.dynamodbmigrations.scaffold;

import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a migration does, as words: {@code SplitFullName}, {@code split-full-name} and {@code "split full name"} are the
 * same name.
 */
record MigrationName(List<String> words) {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z][A-Za-z0-9 _.-]*");
    private static final Pattern VERSIONED = Pattern.compile("[Vv]\\d+_.*");
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("[ _.-]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final int LONGEST = 80;

    static MigrationName of(String text) {
        var name = text.trim();
        if (VERSIONED.matcher(name).matches()) {
            throw bad(name, "begins with a version", "Leave it out: the next version is added, or say -Dversion=<n>.");
        }
        if (!ALLOWED.matcher(name).matches() || name.length() > LONGEST) {
            throw bad(
                    name,
                    "makes no class name",
                    "Begin with a letter and use letters, digits, spaces and hyphens, at most " + LONGEST
                            + " in all: -Dname=SplitFullName.");
        }
        return new MigrationName(BETWEEN_WORDS
                .splitAsStream(name)
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** As a class is named: {@code SplitFullName}. */
    String camel() {
        return words.stream()
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** As people say it: {@code Split full name}; words in capitals only stay so. */
    String sentence() {
        var said = words.stream()
                .map(word -> word.equals(word.toUpperCase(Locale.ROOT)) && word.length() > 1
                        ? word
                        : word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
    }

    private static ProblemException bad(String name, String why, String remedy) {
        return new ProblemException(
                ProblemCode.BAD_PARAMETER, "the name '" + name + "' " + why, "parameter <name>", remedy);
    }
}
