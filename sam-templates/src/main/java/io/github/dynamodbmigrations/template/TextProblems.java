package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.model.ProjectModel;
import java.util.ArrayList;
import java.util.List;

/** Judges every name and text that users choose and templates show. */
final class TextProblems {
    private static final String NAME = "[A-Za-z0-9_.-]{1,64}";
    private static final String TABLE_OR_INDEX = "[A-Za-z0-9_.-]{3,255}";
    private static final String LETTERS = "[A-Za-z][A-Za-z0-9]{0,63}";
    private static final String CHECKSUM = "v[0-9]+:[0-9a-f]{8,128}";
    private static final int LONGEST_DESCRIPTION = 256;

    private final List<Problem> problems = new ArrayList<>();

    static List<Problem> of(ProjectModel project) {
        var found = new TextProblems();
        found.judge(project);
        project.migrations().forEach(found::judge);
        return found.problems;
    }

    private void judge(ProjectModel project) {
        var settings = project.settings();
        name("artifact id", project.artifactId(), NAME, "<artifactId>");
        name("Lambda runtime", settings.runtime(), "java[0-9]{2}", "<lambdaRuntime>");
        name("history table", settings.historyTable(), TABLE_OR_INDEX, "<historyTable>");
        name("partition key", settings.partitionKeyName(), NAME, "<partitionKeyName>");
        name("sort key", settings.sortKeyName(), NAME, "<sortKeyName>");
        name("partition value", settings.partitionValue(), NAME, "<partitionValue>");
        settings.tableExports().forEach((table, export) -> {
            name("table", table, NAME, "<tableExports>");
            name("export", export, "[A-Za-z0-9:-]{1,255}", "<tableExports>");
        });
    }

    private void judge(MigrationModel migration) {
        var where = UnsafeText.shown(migration.simpleName());
        name("version", Long.toString(migration.version()), "[0-9]{1,19}", where);
        name("checksum", migration.checksum(), CHECKSUM, where);
        name("checksum", migration.reachedChecksum(), CHECKSUM, where);
        migration.table().ifPresent(table -> name("table", table, NAME, where));
        migration
                .source()
                .flatMap(MigrationModel.Source::index)
                .ifPresent(index -> name("index", index, TABLE_OR_INDEX, where));
        migration.parameters().forEach(parameter -> name("parameter", parameter, LETTERS, where));
        text("class name", migration.className(), where);
        text("description", migration.description(), where);
        if (migration.description().length() > LONGEST_DESCRIPTION) {
            var length = "the description has %d characters, more than %d"
                    .formatted(migration.description().length(), LONGEST_DESCRIPTION);
            problems.add(new Problem(ProblemCode.UNSAFE_TEXT, length, where, "Say it in one short line."));
        }
    }

    private void name(String kind, String name, String allowed, String where) {
        if (!name.matches(allowed)) {
            problems.add(new Problem(
                    ProblemCode.UNSAFE_NAME,
                    "the %s \"%s\" does not match %s".formatted(kind, UnsafeText.shown(name), allowed),
                    where,
                    "Rename it."));
        }
    }

    private void text(String kind, String text, String where) {
        UnsafeText.reason(text)
                .ifPresent(reason -> problems.add(new Problem(
                        ProblemCode.UNSAFE_TEXT,
                        "the %s holds %s".formatted(kind, reason),
                        where,
                        "Write it in plain words.")));
    }
}
