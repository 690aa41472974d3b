package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.plan.PlannedRuns.NextRun;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares what is to be undone with what was frozen for the runs that applied it (protocols, P6): an undo finds what they
 * changed by their guard.
 *
 * @param history what was applied
 * @param frozen what was frozen
 */
public record UndoneRuns(HistoryState history, Frozen frozen) {
    /**
     * What the runs were, and what is known of them beside that.
     *
     * @param plans the frozen plans
     * @param isDisjoint whether the versions are known to have written different items
     */
    public record Frozen(PlanStore plans, boolean isDisjoint) {}

    /**
     * Looks at everything that is to be undone, before any of it is.
     *
     * @param planned the runs that undo
     * @return the same, with what keeps them from it
     */
    public PlannedRuns check(PlannedRuns planned) {
        var problems =
                planned.runs().stream().flatMap(next -> problem(next).stream()).toList();
        return problems.isEmpty() ? planned : new PlannedRuns(List.of(), problems, planned.warnings());
    }

    private Optional<PlanProblem> problem(NextRun next) {
        var applications = applications(next);
        return guardProblem(next.migration(), applications)
                .or(() -> frozen.isDisjoint() || next.unfinished().isPresent()
                        ? Optional.empty()
                        : laterProblem(next, applications.get(0)));
    }

    /** A guard in an item is the last rank that wrote it, and no other one. */
    private Optional<PlanProblem> laterProblem(NextRun next, RunPlan last) {
        if (last.guard() != GuardMode.ITEM) {
            return Optional.empty();
        }
        var undoing = next.undoing().orElseThrow();
        var later = history.runs().stream()
                .filter(run -> run.version() != last.version() && run.rank() > undoing.first())
                .filter(run -> run.wrote() && !history.isForgotten(run))
                .filter(run -> isSameGuard(frozen.plans().read(run.key()), last))
                .toList();
        if (later.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PlanProblem(
                FailureCode.MAY_BE_TOUCHED_LATER,
                "version " + last.version() + " cannot be undone for certain: it wrote items of table "
                        + last.table().map(TableIdentity::logical).orElse("") + " under @Guard(ITEM) as rank "
                        + undoing.first() + ", and since then "
                        + later.stream()
                                .map(run -> "version " + run.version() + " as rank " + run.rank())
                                .collect(Collectors.joining(", "))
                        + ". An item says only who wrote it last. Choose a target of at least " + last.version()
                        + " and take the rest back by a new migration; or, if they wrote different items, say so: `"
                        + "mvn dynamodb-migrations:undo -Ddynamodb-migrations.target=" + undoing.reaches()
                        + " -Ddynamodb-migrations.disjoint`."));
    }

    private static boolean isSameGuard(RunPlan plan, RunPlan other) {
        return plan.guard() == GuardMode.ITEM
                && plan.table().map(TableIdentity::logical).equals(other.table().map(TableIdentity::logical));
    }

    /** The plans of the runs whose items are to be undone, the last one first; at least one. */
    private List<RunPlan> applications(NextRun next) {
        var undoing = next.undoing().orElseThrow();
        var wrote = history.runs().stream().filter(Run::wrote).map(Run::rank).collect(Collectors.toSet());
        var ranks = undoing.applications().stream().filter(wrote::contains).toList();
        return (ranks.isEmpty() ? List.of(undoing.rank()) : ranks)
                .stream()
                        .sorted(Comparator.reverseOrder())
                        .map(rank ->
                                frozen.plans().read(new RunKey(next.migration().version(), rank)))
                        .toList();
    }

    private static Optional<PlanProblem> guardProblem(MigrationDefinition migration, List<RunPlan> applications) {
        var last = applications.get(0);
        var now = text(migration.guard(), migration.writers());
        if (!text(last).equals(now)) {
            return Optional.of(new PlanProblem(
                    FailureCode.GUARD_DIFFERS,
                    "guard of version " + migration.version() + " differs: " + migration.name() + " has " + now
                            + ", and its run " + last.runId() + " applied it with " + text(last)
                            + ", which says what is to be undone. Put @Guard back as it was; what reverse cannot"
                            + " take back so, a new migration can."));
        }
        // Without a guard everything is undone that looks like it.
        return applications.stream()
                .filter(earlier ->
                        last.guard() != GuardMode.NONE && !text(earlier).equals(now))
                .findFirst()
                .map(earlier -> new PlanProblem(
                        FailureCode.GUARD_DIFFERS,
                        "guard of version " + migration.version() + " differs between its runs: " + earlier.runId()
                                + " wrote items with " + text(earlier) + ", and " + last.runId() + " went on with "
                                + now
                                + ", so that nothing says of all of them what is to be undone. Write a new migration that"
                                + " takes it back."));
    }

    private static String text(RunPlan plan) {
        return text(plan.guard(), plan.writers());
    }

    /** A ledger's version attribute is part of it. */
    private static String text(GuardMode guard, WriterFacts writers) {
        return switch (guard) {
            case NONE -> "no guard";
            case ITEM -> "@Guard(ITEM)";
            case LEDGER ->
                "@Guard(LEDGER) and versionAttribute "
                        + writers.versionAttribute().orElse("none");
        };
    }
}
