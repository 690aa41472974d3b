package io.github.dynamodbmigrations.plan;

import java.util.ArrayList;
import java.util.List;

/** What of a run would be different from what was frozen when it first started. */
final class PlanDifferences {
    private PlanDifferences() {}

    /** The names of what differs, most telling first; empty if the run can simply go on. */
    static List<String> between(RunPlan frozen, RunPlan now) {
        var differences = new ArrayList<String>();
        note(differences, "its class", frozen.checksums().own(), now.checksums().own());
        note(
                differences,
                "a class that it reaches",
                frozen.checksums().reached(),
                now.checksums().reached());
        note(differences, "its parameters", frozen.parameters(), now.parameters());
        note(differences, "its source", frozen.source(), now.source());
        note(differences, "its guard", frozen.guard(), now.guard());
        note(differences, "what it says of writers", frozen.writers(), now.writers());
        note(differences, "the place of the history", frozen.excludedPartitions(), now.excludedPartitions());
        return List.copyOf(differences);
    }

    private static void note(List<String> differences, String what, Object frozen, Object now) {
        if (!frozen.equals(now)) {
            differences.add(what);
        }
    }
}
