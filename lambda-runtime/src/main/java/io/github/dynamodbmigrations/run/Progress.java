package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.checkpoint.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a pass has come, as one line.
 *
 * @param version the run's version
 * @param table the logical table
 * @param verifying whether it only counts what is left
 * @param evaluated items looked at
 * @param expected about how many items there are; the service counts them every few hours
 * @param tally what happened to the items selected
 * @param elapsed since this attempt began
 * @param evaluatedBefore items that earlier attempts had looked at: they say nothing about this one's speed
 * @param pace what is used of the budget and what the workers wait for, as people read it; empty if nothing is known
 */
record Progress(
        long version,
        String table,
        boolean verifying,
        long evaluated,
        long expected,
        Tally tally,
        Duration elapsed,
        long evaluatedBefore,
        String pace) {
    /** For example {@code V0007 Customers  61.2%  460,900/~752,000 items  updated 1,204  rejected 3  conflicts 0  98 of 100 WCU/s  throttled: write budget  ETA 1m19s}. */
    String line() {
        var parts = new ArrayList<String>();
        parts.add(Text.version(version) + " " + table + (verifying ? " verify" : ""));
        // The service's count is hours old, so that more items than it says are nothing unusual.
        var fraction = expected == 0 ? 1.0 : Math.min(1.0, (double) evaluated / expected);
        parts.add(String.format(Locale.ROOT, "%5.1f%%", 100 * fraction));
        parts.add(Text.number(evaluated) + "/~" + Text.number(Math.max(expected, evaluated)) + " items");
        parts.add("updated " + Text.number(tally.updated()));
        if (tally.deleted() > 0) {
            parts.add("deleted " + Text.number(tally.deleted()));
        }
        parts.add("rejected " + Text.number(tally.rejected()));
        parts.add("conflicts " + Text.number(tally.conflicts()));
        if (!pace.isEmpty()) {
            parts.add(pace);
        }
        remaining(fraction).ifPresent(eta -> parts.add("ETA " + Text.duration(eta)));
        return String.join("  ", parts);
    }

    /** Below one percent an estimate would be noise. */
    private Optional<Duration> remaining(double fraction) {
        var walked = evaluated - evaluatedBefore;
        if (fraction < 0.01 || fraction >= 1 || walked <= 0) {
            return Optional.empty();
        }
        var left = Math.max(0, expected - evaluated);
        return Optional.of(Duration.ofMillis(Math.round((double) elapsed.toMillis() / walked * left)));
    }
}
