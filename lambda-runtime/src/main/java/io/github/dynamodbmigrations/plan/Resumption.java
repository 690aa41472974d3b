package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.OnChange;
import io.github.dynamodbmigrations.history.Binding;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.plan.PlanAssembly.RunStart;
import java.util.List;

/** How a run that did not succeed goes on (protocols, P6). */
public sealed interface Resumption {
    /**
     * From its checkpoints, with the same rank.
     *
     * @param plan what it goes on with
     */
    record Resume(RunPlan plan) implements Resumption {}

    /**
     * From the beginning, with the same rank: items that carry its guard are done.
     *
     * @param plan what it goes on with
     */
    record Again(RunPlan plan) implements Resumption {}

    /** From the beginning, as a new run with a rank of its own. */
    record Anew() implements Resumption {}

    /**
     * Not before the author has decided.
     *
     * @param problem what to decide
     */
    record Stop(PlanProblem problem) implements Resumption {}

    /**
     * Decides.
     *
     * @param run the run; FAILED or INTERRUPTED
     * @param frozen its frozen plan
     * @param now the plan that would be made for it now, with the frozen rank, id and start
     * @param onChange what the author says about changed code
     * @return how it goes on
     */
    static Resumption decide(Run run, RunPlan frozen, RunPlan now, OnChange onChange) {
        if (!RunStart.of(frozen).equals(RunStart.of(now))) {
            throw new IllegalArgumentException("these are plans of different runs");
        }
        frozen.table().ifPresent(table -> Binding.of(table).require(now.table().orElseThrow()));
        var differences = PlanDifferences.between(frozen, now);
        var plan = now.withSegments(frozen.totalSegments());
        if (differences.isEmpty()) {
            return new Resume(plan);
        }
        if (!run.wrote() || onChange == OnChange.REAPPLY) {
            return new Anew();
        }
        if (onChange == OnChange.STOP) {
            return new Stop(changed(run, differences));
        }
        if (frozen.guard() == GuardMode.NONE || frozen.guard() != now.guard()) {
            return new Stop(unguarded(run, frozen, onChange));
        }
        return onChange == OnChange.CONTINUE && frozen.source().equals(now.source())
                ? new Resume(plan)
                : new Again(plan);
    }

    /**
     * Decides for a run whose table another one has taken the place of, as somebody has said. Checkpoints say nothing of
     * that one. Guards in its items still do; markers beside them do not.
     *
     * @param run the run; FAILED or INTERRUPTED
     * @param frozen its frozen plan, of the former table
     * @param now the plan that would be made for it now
     * @param onChange what the author says about changed code
     * @return how it goes on
     */
    static Resumption onAnotherTable(Run run, RunPlan frozen, RunPlan now, OnChange onChange) {
        var decided = decide(run, frozen.withTable(now.table()), now, onChange);
        if (decided instanceof Stop) {
            return decided;
        }
        if (decided instanceof Anew || !run.wrote() || frozen.guard() == GuardMode.NONE) {
            return new Anew();
        }
        if (frozen.guard() == GuardMode.LEDGER) {
            return new Stop(new PlanProblem(
                    FailureCode.LEDGER_OF_ANOTHER_TABLE,
                    "ledger of another table: version " + run.version() + ", run " + run.runId() + " began on "
                            + Binding.of(frozen.table().orElseThrow()).text()
                            + ", and its markers say nothing of the table that has taken its place. Bring the former"
                            + " table back."));
        }
        return decided instanceof Resume resume ? new Again(resume.plan()) : decided;
    }

    private static PlanProblem changed(Run run, List<String> differences) {
        return new PlanProblem(
                FailureCode.CHANGED_AFTER_WRITES,
                "version " + run.version() + " changed after its run " + run.runId() + " had written items and "
                        + run.state() + ": " + String.join(", ", differences) + " differs from what it began with."
                        + " Restore that, or choose @Migration(onChange = ...): REAPPLY if the new code accepts what the old"
                        + " code wrote; RESTART or CONTINUE if it has had a guard from its first write on.");
    }

    private static PlanProblem unguarded(Run run, RunPlan frozen, OnChange onChange) {
        return new PlanProblem(
                FailureCode.UNGUARDED_WRITES,
                "onChange = " + onChange + " of version " + run.version()
                        + " needs the guard that the run's first write had:"
                        + " run " + run.runId() + " began with guard " + frozen.guard()
                        + ". Restore the code that it began with, or choose REAPPLY if the new code accepts what the old code"
                        + " wrote.");
    }
}
