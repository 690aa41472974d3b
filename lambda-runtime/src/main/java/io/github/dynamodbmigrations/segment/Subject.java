package io.github.dynamodbmigrations.segment;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryId;
import io.github.dynamodbmigrations.judge.Judge;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.write.RankGuard;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What both kinds of pass know of their run. */
record Subject(RunPlan plan, Judge judge, RankGuard guard) {
    Subject(RunPlan plan, Judge judge) {
        this(plan, judge, RankGuard.of(plan));
    }

    ItemKey keyOf(Map<String, AttributeValue> image) {
        return ItemKey.of(image, plan.table().orElseThrow().keys());
    }

    /**
     * Whether it cannot be known if the item was migrated: after the first pass, an item without a guard was either
     * inserted or lost it.
     */
    boolean isUnproven(SegmentPass where, Map<String, AttributeValue> image) {
        return plan.guard() == GuardMode.ITEM
                && where.pass() > 1
                && guard.in(image) == RankGuard.State.UNGUARDED
                && !plan.writers().updateOnly();
    }

    /**
     * Whether the last undo of this version left an item as it was, by somebody's word, so that it still has what this run
     * would apply to it. What that undo wrote after all carries its rank or marker; without a guard only the shape counts.
     */
    private boolean isLeft(Ports ports, ItemKey key, Map<String, AttributeValue> image) {
        return plan.leftBy()
                .filter(undo -> plan.guard() != GuardMode.NONE || image.containsKey(guard.attribute()))
                .filter(undo -> guard.rankIn(image) != undo)
                .filter(undo -> ports.rejects()
                        .waived(new SegmentPass(plan.version(), undo, 1, 0), key)
                        .isPresent())
                .filter(undo -> !ports.writer().isMarkedBy(undo, key))
                .isPresent();
    }

    /** Why an item that would be changed is left as it is, because of what runs have done to it before. */
    Optional<Objection> objection(Ports ports, ItemKey key, Map<String, AttributeValue> image) {
        if (guard.in(image) == RankGuard.State.LATER) {
            return Optional.of(Objection.to(RejectCode.TOUCHED_LATER));
        }
        return isLeft(ports, key, image) ? Optional.of(Objection.to(RejectCode.NOT_UNDONE)) : Optional.empty();
    }

    /**
     * Stops before an item is touched whose guards say something else of the table than the history does.
     *
     * @throws MigrationException if it carries the guard of another history, or a rank that the table is said not to have
     */
    void requireKnownGuards(Map<String, AttributeValue> image) {
        var known = plan.guards();
        for (var name : image.keySet()) {
            if (name.equals(guard.attribute())) {
                if (!known.forgotten().isEmpty() && known.forgotten().contains(guard.rankIn(image))) {
                    throw forgotten(guard.rankIn(image));
                }
            } else if (!known.others() && HistoryId.isGuard(name)) {
                throw strange(name);
            }
        }
    }

    private MigrationException strange(String attribute) {
        return FailureCode.STRANGE_GUARD.exception("item carries a guard of another history: version " + plan.version()
                + ", rank " + plan.rank() + ". This history's guard is " + guard.attribute() + ", and an item has "
                + attribute + ", so that its table was cloned or restored from one that another history migrated, or is"
                + " migrated by both. Give a clone a new history with a baseline at the version that its data has"
                + " (<historyTable>, `mvn dynamodb-migrations:baseline`); then, or if both are meant to, say so with `mvn"
                + " dynamodb-migrations:repair -Ddynamodb-migrations.repair=guards`, and run this again.");
    }

    private MigrationException forgotten(long rank) {
        return FailureCode.FORGOTTEN_GUARD.exception("item carries a rank that its table is said not to have: version "
                + plan.version() + ", rank " + plan.rank() + ". An item has rank " + rank + " in " + guard.attribute()
                + ", which was applied after the version that `repair` was told, so that the table is of a moment when"
                + " that run had begun and was not undone. Restore it to a moment before that run, or let the migration recognise what it"
                + " has changed and declare no guard.");
    }

    MigrationException superseded() {
        return FailureCode.SUPERSEDED.exception(
                "run was left behind: version " + plan.version() + ", rank " + plan.rank()
                        + ". An item carries a later rank of the same history. Look at `mvn dynamodb-migrations:info`; if no"
                        + " later run is RUNNING, run this version again.");
    }
}
