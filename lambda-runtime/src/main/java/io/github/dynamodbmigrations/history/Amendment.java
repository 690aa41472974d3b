package io.github.dynamodbmigrations.history;

import java.time.Instant;
import java.util.List;

/**
 * Something that a person did to a history beside running migrations. Appended, and never changed.
 *
 * @param number counted from 1
 * @param date when, for people
 * @param who who did it
 * @param why why, as they said
 * @param act what they did
 */
public record Amendment(long number, Instant date, String who, String why, Act act) {
    /** What was done. */
    public sealed interface Act {
        /** As one line, for people. */
        String line();
    }

    /**
     * Versions up to one count as applied.
     *
     * @param version the version
     */
    public record Baseline(long version) implements Act {
        @Override
        public String line() {
            return "versions up to " + version + " count as applied and start nothing";
        }
    }

    /**
     * The code that there is now counts as the code that ran.
     *
     * @param run the run, which succeeded
     * @param from the checksums that it had
     * @param to the checksums that it has now
     */
    public record Realigned(RunKey run, Checksums from, Checksums to) implements Act {
        @Override
        public String line() {
            return "version " + run.version() + " has the checksums of today's code: "
                    + (from.own().equals(to.own())
                            ? "of what it reaches " + from.reached() + " became " + to.reached()
                            : from.own() + " became " + to.own());
        }

        /** The run as it counts from now on. */
        Run applyTo(Run applied) {
            return applied.key().equals(run) ? applied.withChecksums(to) : applied;
        }
    }

    /**
     * An applied version may lack its class.
     *
     * @param version the version
     */
    public record Accepted(long version) implements Act {
        @Override
        public String line() {
            return "version " + version + " was applied, and may lack its class from now on";
        }
    }

    /**
     * A logical name stands for another table from now on.
     *
     * @param from what it stood for
     * @param to what it stands for
     */
    public record Rebound(Binding from, Binding to) implements Act {
        @Override
        public String line() {
            return "table " + to.logical() + " is " + to.text() + " from now on; it was " + from.text();
        }
    }

    /**
     * A table has the data of an earlier version again, as from a backup: what was applied to it since is applied again.
     *
     * @param logical its logical name
     * @param version the version that its data has
     * @param runs the runs of later versions, which count no more
     */
    public record Restored(String logical, long version, List<RunKey> runs) implements Act {
        /** Copies the runs. */
        public Restored {
            runs = List.copyOf(runs);
        }

        @Override
        public String line() {
            var again = runs.stream().map(RunKey::version).distinct().sorted().toList();
            return "table " + logical + " has the data of version " + version + ": to be applied again " + again;
        }
    }

    /** Items that carry guards of other histories have the versions that this history says. */
    public record GuardsAccepted() implements Act {
        @Override
        public String line() {
            return "items that carry guards of other histories count as having the versions that this history says";
        }
    }

    /**
     * Items that a run left alone count as they are.
     *
     * @param run the run
     * @param items how many
     */
    public record Waived(RunKey run, long items) implements Act {
        @Override
        public String line() {
            return items + " items that version " + run.version() + " left alone count as they are";
        }
    }

    /**
     * Rejected items were migrated after all.
     *
     * @param run the run
     * @param closed how many are not rejected any more
     * @param open how many still are
     */
    public record Retried(RunKey run, long closed, long open) implements Act {
        @Override
        public String line() {
            return closed + " rejected items of version " + run.version() + " are not rejected any more, " + open
                    + " still are";
        }
    }

    /**
     * A run ends without the verify pass that proves it.
     *
     * @param run the run
     * @param pass the writing pass that was its last
     */
    public record Unverified(RunKey run, int pass) implements Act {
        @Override
        public String line() {
            return "version " + run.version() + " counts as applied without having been verified";
        }
    }

    /**
     * The lock was taken from a holder that was gone.
     *
     * @param owner the holder
     * @param epoch its acquisition
     */
    public record Unlocked(Owner owner, long epoch) implements Act {
        @Override
        public String line() {
            return "the lock was taken from " + owner + ", which had it in epoch " + epoch;
        }
    }
}
