package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.Run;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Runs as people read them. */
final class RunReport {
    private RunReport() {}

    /** What the history says of its runs, and the cause of each that did not succeed. */
    static List<String> of(List<Run> runs) {
        var table = new TextTable(
                "version",
                "rank",
                "state",
                "started",
                "took",
                "scanned",
                "kept",
                "updated",
                "deleted",
                "rejected",
                "replayed",
                "puts",
                "conflicts");
        for (var run : runs) {
            var tally = run.tally();
            table.add(
                    Long.toString(run.version()),
                    Long.toString(run.rank()),
                    run.state() + (run.direction() == Direction.DOWN ? " (undo)" : ""),
                    run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                    duration(run),
                    Text.number(tally.scanned()),
                    Text.number(tally.kept()),
                    Text.number(tally.updated()),
                    Text.number(tally.deleted()),
                    Text.number(tally.rejected()),
                    Text.number(tally.replayed()),
                    Text.number(tally.puts()),
                    Text.number(tally.conflicts()));
        }
        return table.lines();
    }

    static String duration(Run run) {
        return run.endedAt()
                .map(ended -> Text.duration(Duration.between(run.attempt().startedAt(), ended)))
                .orElse("");
    }

    /** The counters that are not zero, and those that everyone asks for. */
    static String tally(Tally tally) {
        var text = new StringBuilder(": scanned " + Text.number(tally.scanned()));
        append(text, "kept", tally.kept());
        text.append("  updated ").append(Text.number(tally.updated()));
        append(text, "deleted", tally.deleted());
        append(text, "put", tally.puts());
        text.append("  rejected ").append(Text.number(tally.rejected()));
        append(text, "vanished", tally.vanished());
        append(text, "replayed", tally.replayed());
        append(text, "deferred", tally.deferred());
        return text.append("  conflicts ")
                .append(Text.number(tally.conflicts()))
                .toString();
    }

    private static void append(StringBuilder text, String name, long count) {
        if (count > 0) {
            text.append("  ").append(name).append(' ').append(Text.number(count));
        }
    }
}
