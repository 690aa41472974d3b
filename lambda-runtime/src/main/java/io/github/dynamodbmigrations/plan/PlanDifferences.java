package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.history.Binding;
import io.github.dynamodbmigrations.history.FailureCode;
import java.util.ArrayList;
import java.util.List;

/** What of a run would be different from what was frozen when it first started. */
public final class PlanDifferences {
    private PlanDifferences() {}

    /**
     * The names of what differs, most telling first.
     *
     * @param frozen the frozen plan
     * @param now the plan that would be made now
     * @return them; empty if the run can simply go on
     */
    public static List<String> between(RunPlan frozen, RunPlan now) {
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

    /**
     * Stops unless a run that has ended would be made of the same.
     *
     * @param frozen its frozen plan
     * @param now the plan that would be made for it now
     * @throws io.github.dynamodbmigrations.MigrationException if it would not
     */
    public static void refuse(RunPlan frozen, RunPlan now) {
        frozen.table().ifPresent(table -> Binding.of(table).require(now.table().orElseThrow()));
        var differences = between(frozen, now);
        if (!differences.isEmpty()) {
            throw FailureCode.PLAN_DIFFERS.exception("plan differs: version " + frozen.version() + ", run "
                    + frozen.runId() + ". " + String.join(", ", differences)
                    + " differs from what it ran with. Restore that; or, if it still does the same, `mvn"
                    + " dynamodb-migrations:repair`; or write a new migration.");
        }
    }

    private static void note(List<String> differences, String what, Object frozen, Object now) {
        if (!frozen.equals(now)) {
            differences.add(what);
        }
    }
}
