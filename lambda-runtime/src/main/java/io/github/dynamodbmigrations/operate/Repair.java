package io.github.dynamodbmigrations.operate;

import io.github.dynamodbmigrations.checkpoint.RejectedItem;
import io.github.dynamodbmigrations.checkpoint.Rejects;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.history.Amendment;
import io.github.dynamodbmigrations.history.Amendment.Act;
import io.github.dynamodbmigrations.history.Amendments;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Holding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Brings what a history says in line with what there is. Nothing is changed or deleted that a run has recorded: what is
 * said anew is appended.
 *
 * @param amendments where it is recorded
 * @param rejects the rejected items of runs
 */
public record Repair(Amendments amendments, Rejects rejects) {
    /** What may be repaired. */
    public enum Part {
        /** Checksums of applied versions become those of today's code. */
        CHECKSUMS,
        /** Applied versions may lack their classes. */
        MISSING,
        /** Logical names stand for the tables that they name now. */
        TABLES,
        /** Items may carry guards of other histories. */
        GUARDS,
        /** Rejected items of the latest run count as they are. */
        REJECTS,
        /** Unproven items of the latest run count as they are. */
        UNPROVEN;

        /** As it is given. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Finds what could be repaired.
     *
     * @param state the history
     * @param there what there is now
     * @param parts what is to be
     * @param versions which versions the data of tables has; asked only if tables are to be
     * @return what would be done, part by part
     */
    public List<Finding> find(HistoryState state, Present there, Set<Part> parts, TableVersions versions) {
        var found = new ArrayList<Finding>();
        var exchanged = there.exchanged(state).toList();
        if (parts.contains(Part.TABLES)) {
            // First of all: a table that is bound counts as having what was applied.
            versions.restored(state, exchanged).forEach(act -> found.add(new Finding(Part.TABLES, act, List.of())));
        }
        if (parts.contains(Part.GUARDS) && !state.guards().others()) {
            found.add(new Finding(Part.GUARDS, new Amendment.GuardsAccepted(), List.of()));
        }
        there.realignments(state).forEach(act -> found.add(new Finding(Part.CHECKSUMS, act, List.of())));
        there.missing(state).forEach(act -> found.add(new Finding(Part.MISSING, act, List.of())));
        exchanged.forEach(act -> found.add(new Finding(Part.TABLES, act, List.of())));
        state.last().ifPresent(run -> {
            var open = rejects.list(run.version(), run.rank(), Integer.MAX_VALUE);
            Stream.of(Part.REJECTS, Part.UNPROVEN).forEach(part -> {
                var items = open.stream().filter(item -> part(item) == part).toList();
                if (!items.isEmpty()) {
                    found.add(new Finding(part, new Amendment.Waived(run.key(), items.size()), items));
                }
            });
        });
        return found;
    }

    private static Part part(RejectedItem item) {
        return item.code().equals(RejectCode.UNPROVEN.code()) ? Part.UNPROVEN : Part.REJECTS;
    }

    /**
     * Something that could be repaired.
     *
     * @param part what it is
     * @param act what would be done
     * @param items the items that it is about; item data
     */
    public record Finding(Part part, Act act, List<RejectedItem> items) {
        /** Copies the items. */
        public Finding {
            items = List.copyOf(items);
        }
    }

    /**
     * Repairs what was asked for, and says what is left as it is.
     *
     * @param holding the lock
     * @param found what could be repaired, read under the lock
     * @param parts what is to be
     * @param signature who and why
     * @return a line for each thing done or left
     * @throws io.github.dynamodbmigrations.MigrationException if it was not said why, or the lock was lost
     */
    public List<String> repair(Holding holding, List<Finding> found, Set<Part> parts, Signature signature) {
        if (found.stream().anyMatch(finding -> parts.contains(finding.part()))) {
            signature.requireReason("repair");
        }
        var lines = new ArrayList<String>();
        for (var finding : found) {
            if (!parts.contains(finding.part())) {
                lines.add("left as it is: " + finding.act().line() + ", if "
                        + finding.part().text() + " is among -Ddynamodb-migrations.repair");
                continue;
            }
            for (var item : finding.items()) {
                rejects.close(item, RejectedItem.State.WAIVED, holding.epoch(), signature.who(), signature.why());
            }
            amendments.append(holding, finding.act(), signature.who(), signature.why());
            lines.add("repaired: " + finding.act().line());
        }
        return lines.isEmpty() ? List.of("nothing to repair") : lines;
    }
}
