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
    private static final int COLUMNS = 4;

    private final String file;
    private final Map<List<String>, Set<String>> wanted = new HashMap<>();

    private Actions(String file) {
        this.file = file;
    }

    /** For what functions, machines and people do. */
    static Actions read() {
        return read("/rights/actions.tsv");
    }

    /** For what CloudFormation does in the name of whoever deploys, and what the SAM CLI does. */
    static Actions ofDeploying() {
        return read("/rights/handlers.tsv");
    }

    private static Actions read(String file) {
        var table = new Actions(file);
        for (var line : lines(file)) {
            var columns = line.split("\t", -1);
            if (columns.length != COLUMNS || !columns[COLUMNS - 1].startsWith("https://docs.aws.amazon.com/")) {
                throw new AssertionError("not a line with a source: " + line);
            }
            table.wanted
                    .computeIfAbsent(List.of(columns[0], columns[1]), row -> new TreeSet<>())
                    .addAll(List.of(columns[2].split(" ")));
        }
        return table;
    }

    private static List<String> lines(String file) {
        try (var in = Objects.requireNonNull(Actions.class.getResourceAsStream(file), file)) {
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
            throw new AssertionError("not in " + file + ": " + what + " " + detail);
        }
        return actions;
    }

    /** Whether there are more for a detail. */
    boolean knows(String what, String detail) {
        return wanted.containsKey(List.of(what, detail));
    }
}
