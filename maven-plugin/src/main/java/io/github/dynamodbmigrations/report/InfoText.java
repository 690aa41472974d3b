package io.github.dynamodbmigrations.report;

import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.plan.Drift;
import io.github.dynamodbmigrations.plan.PackagedMigration;
import io.github.dynamodbmigrations.plan.VersionInfo;
import io.github.dynamodbmigrations.run.TextTable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Versions as people read them: a table, and below it what needs more room. */
final class InfoText {
    private InfoText() {}

    static List<String> of(Info info) {
        var table =
                new TextTable("Version", "Migration", "Table", "State", "Started", "Duration", "Items", "Description");
        info.versions().forEach(version -> add(table, version));
        var lines = new ArrayList<String>();
        lines.add(info.history().line());
        lines.addAll(info.versions().isEmpty() ? List.of("no migrations") : table.lines());
        info.versions().forEach(version -> addDetails(lines, version));
        info.unverified()
                .forEach((version, word) -> lines.add("version " + version + " was NOT VERIFIED, by the word of "
                        + word.who() + ": " + word.why() + ". Look whether it holds with -Ddynamodb-migrations.target="
                        + version
                        + " dynamodb-migrations:verify"));
        info.emitFrom()
                .ifPresent(from -> lines.add("emitFrom could be " + from
                        + ": all below it has been applied here. Set it once that holds wherever you deploy."));
        return lines;
    }

    private static void add(TextTable table, VersionInfo version) {
        table.add(
                Long.toString(version.version()),
                version.migration().map(PackagedMigration::name).orElse(""),
                version.migration().flatMap(PackagedMigration::table).orElse(""),
                version.state().text(),
                version.run()
                        .map(run ->
                                run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse(""),
                version.run().map(InfoText::duration).orElse(""),
                version.run()
                        .map(run ->
                                String.format(Locale.ROOT, "%,d", run.tally().scanned()))
                        .orElse(""),
                version.migration().map(PackagedMigration::description).orElse(""));
    }

    private static String duration(Run run) {
        return run.endedAt()
                .map(end -> Duration.between(run.startedAt(), end).truncatedTo(ChronoUnit.SECONDS))
                .map(length ->
                        length.isZero() ? "<1s" : length.toString().substring(2).toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static void addDetails(List<String> lines, VersionInfo version) {
        version.run()
                .flatMap(Run::cause)
                .ifPresent(cause -> lines.add("version " + version.version() + " did not succeed: " + cause.message()));
        if (version.drift() != Drift.NONE) {
            lines.add("version " + version.version() + " changed after it was applied: "
                    + version.drift().text());
        }
    }
}
