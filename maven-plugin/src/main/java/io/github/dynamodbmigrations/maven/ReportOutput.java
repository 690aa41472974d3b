package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.bundle.Content;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import io.github.dynamodbmigrations.report.Report;
import io.github.dynamodbmigrations.report.Report.Format;
import java.io.File;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Where a report goes: to a file, to Maven's log, or, for programs, to the process's output without Maven's prefixes. */
record ReportOutput(Format format, Optional<File> file) {
    static ReportOutput of(String format, Optional<File> file) {
        try {
            return new ReportOutput(Format.valueOf(format.toUpperCase(Locale.ROOT)), file);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemCode.BAD_PARAMETER,
                    "there is no format '" + format + "'",
                    "parameter <format>",
                    "Choose text or json.");
        }
    }

    void write(Report report, Consumer<String> log) {
        var lines = report.lines(format);
        if (file.isPresent()) {
            Content.Bytes.of(String.join("\n", lines) + "\n").writeTo(file.get().toPath());
            log.accept("report: " + file.get());
        } else if (format == Format.JSON) {
            lines.forEach(Terminal.out()::println);
        } else {
            lines.forEach(log);
        }
    }
}
