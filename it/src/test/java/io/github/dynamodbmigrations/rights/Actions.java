package io.github.dynamodbmigrations.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The committed table of which actions AWS wants for what is done; each line of it says where AWS says so. */
final class Actions {
    private static final String FILE = "/rights/actions.tsv";
    private static final int COLUMNS = 4;

    private final Map<List<String>, Set<String>> wanted = new HashMap<>();

    private Actions() {}

    static Actions read() {
        var table = new Actions();
        for (var line : lines()) {
            var columns = line.split("\t", -1);
            if (columns.length != COLUMNS || !columns[COLUMNS - 1].startsWith("https://docs.aws.amazon.com/")) {
                throw new AssertionError("not a line with a source: " + line);
            }
            table.wanted.put(List.of(columns[0], columns[1]), new TreeSet<>(List.of(columns[2].split(" "))));
        }
        return table;
    }

    private static List<String> lines() {
        try (var in = Objects.requireNonNull(Actions.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The actions for an operation, or for a part of the configuration. */
    Set<String> of(String what, String detail) {
        var actions = wanted.get(List.of(what, detail));
        if (actions == null) {
            throw new AssertionError("not in " + FILE + ": " + what + " " + detail);
        }
        return actions;
    }
}
