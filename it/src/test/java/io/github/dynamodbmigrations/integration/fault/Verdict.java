package io.github.dynamodbmigrations.integration.fault;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What went wrong, by id of the thing.
 *
 * @param findings ids by fault
 */
record Verdict(Map<Fault, Set<String>> findings) {
    /** What can go wrong. */
    enum Fault {
        /** An acknowledged write does not show. */
        LOST,
        /** A write or the migration shows more than once. */
        DOUBLED,
        /** A thing still has the old shape. */
        MISSED,
        /** Something is there that was deleted, refused or never written. */
        RESURRECTED
    }

    static final Verdict INNOCENT = new Verdict(Map.of());

    Verdict {
        findings = Map.copyOf(findings);
    }

    /** How many things have each fault: {@code LOST 3, DOUBLED 1}. */
    @Override
    public String toString() {
        return findings.isEmpty()
                ? "nothing lost, doubled, missed or resurrected"
                : findings.entrySet().stream()
                        .map(found -> found.getKey() + " " + found.getValue().size() + " such as "
                                + found.getValue().iterator().next())
                        .collect(joining(", "));
    }

    /** Collects findings. */
    static final class Builder {
        private final Map<Fault, Set<String>> findings = new TreeMap<>();

        void add(boolean isSo, Fault fault, String id) {
            if (isSo) {
                findings.computeIfAbsent(fault, none -> new TreeSet<>()).add(id);
            }
        }

        Verdict build() {
            return new Verdict(findings);
        }
    }
}
