package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.history.WorkerReport;
import java.time.Duration;
import java.util.Locale;

/** Numbers, durations and versions as people read them. */
final class Text {
    private Text() {}

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String version(long version) {
        return String.format(Locale.ROOT, "V%04d", version);
    }

    /** A migration's name with its version in front, which it may have already. */
    static String versioned(long version, String name) {
        return name.matches("V0*" + version + "_.*") ? name : version(version) + " " + name;
    }

    /** {@code 1h02m}, {@code 1m19s}, {@code 12s} or {@code 0.4s}. */
    static String duration(Duration duration) {
        if (duration.toHours() > 0) {
            return String.format(Locale.ROOT, "%dh%02dm", duration.toHours(), duration.toMinutesPart());
        }
        if (duration.toMinutes() > 0) {
            return String.format(Locale.ROOT, "%dm%02ds", duration.toMinutes(), duration.toSecondsPart());
        }
        if (duration.toSeconds() >= 10) {
            return duration.toSeconds() + "s";
        }
        return String.format(Locale.ROOT, "%.1fs", duration.toMillis() / 1000.0);
    }

    /** {@code 98 of 100 WCU/s  throttled: write budget}: of reads in a pass that writes nothing, else of writes. */
    static String pace(WorkerReport report, boolean verifying) {
        var use = verifying ? report.reads() : report.writes();
        var waits = report.waitsFor().map(reason -> "  " + reason).orElse("");
        return units(use.used()) + " of " + units(use.of()) + (verifying ? " RCU/s" : " WCU/s") + waits;
    }

    /** Capacity units; without a fraction where it says nothing. */
    static String units(double units) {
        return units < 10 && units != Math.rint(units)
                ? String.format(Locale.ROOT, "%.1f", units)
                : String.format(Locale.ROOT, "%,.0f", units);
    }
}
