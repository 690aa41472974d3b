package io.github.dynamodbmigrations.discovery;

import io.github.dynamodbmigrations.Guard;
import io.github.dynamodbmigrations.Parameters;
import io.github.dynamodbmigrations.Query;
import io.github.dynamodbmigrations.Scan;
import io.github.dynamodbmigrations.Throttle;
import io.github.dynamodbmigrations.Writers;
import io.github.dynamodbmigrations.model.MigrationModel.Kind;
import io.github.dynamodbmigrations.model.MigrationModel.Uses;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.template.DeploymentWait;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Checks the annotations of a migration. */
final class AnnotationChecks {
    private static final Pattern LOGICAL_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");
    private static final Pattern INDEX_NAME = Pattern.compile("[A-Za-z0-9_.-]{3,255}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]+");
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final int LONGEST_DESCRIPTION = 256;
    private static final int LONGEST_ATTRIBUTE = 255;
    private static final int MOST_SEGMENTS = 1_000_000;
    private static final int WHOLE = 100;
    private static final List<Class<? extends Annotation>> FOR_ITEMS =
            List.of(Scan.class, Query.class, Guard.class, Writers.class, Throttle.class);

    private final MigrationClass migration;
    private final Uses uses;
    private final List<Problem> problems = new ArrayList<>();

    private AnnotationChecks(MigrationClass migration, Uses uses) {
        this.migration = migration;
        this.uses = uses;
    }

    static List<Problem> problems(MigrationClass migration, Uses uses) {
        var checks = new AnnotationChecks(migration, uses);
        checks.checkTable();
        checks.checkDescription();
        checks.checkTimeout();
        checks.checkSource();
        checks.checkThrottle();
        checks.checkParameters();
        checks.checkWriters();
        if (migration.isTask()) {
            checks.checkTask();
        } else {
            checks.checkProofs();
        }
        return checks.problems;
    }

    private void checkTable() {
        String table = migration.declared().table();
        if (table.isEmpty()) {
            refuseIf(
                    migration.kind().filter(it -> it != Kind.TASK).isPresent(),
                    ProblemCode.BAD_TABLE,
                    "@Migration names no table",
                    "Add table = \"<Logical>\": the name by which templates and goals are told the table.");
        } else {
            refuseIf(
                    !LOGICAL_NAME.matcher(table).matches(),
                    ProblemCode.BAD_TABLE,
                    "table '" + shown(table) + "' is not a letter followed by at most 63 letters and digits",
                    "Choose a logical name; the physical one is given by -Ddynamodb-migrations.tables.<Logical>.");
            refuseIf(
                    table.equals("History"),
                    ProblemCode.BAD_TABLE,
                    "table 'History' would become the parameter HistoryTable, which is the history's own",
                    "Choose another logical name.");
        }
    }

    private void checkDescription() {
        String description = migration.declared().description();
        refuse(
                description.length() > LONGEST_DESCRIPTION,
                "the description has " + description.length() + " characters, at most 256 are allowed",
                "Shorten it.");
        refuse(
                CONTROL.matcher(description).find(),
                "the description has line breaks, control characters or characters that change the direction of text",
                "Write one plain line.");
    }

    private void checkTimeout() {
        int minutes = migration.declared().deploymentTimeout();
        refuseIf(
                minutes != 0 && !new DeploymentWait(Duration.ofMinutes(minutes)).isPossible(),
                ProblemCode.BAD_TIMEOUT,
                "a deployment cannot wait " + minutes + " minutes for a migration",
                "Give deploymentTimeout 1 to " + DeploymentWait.LONGEST.toMinutes()
                        + " minutes, or leave it out for what is configured for all.");
    }

    private void checkSource() {
        var scan = migration.annotation(Scan.class);
        var query = migration.annotation(Query.class);
        refuse(scan.isPresent() && query.isPresent(), "both @Scan and @Query say where items come from", "Keep one.");
        scan.ifPresent(it -> {
            refuse(
                    it.segments() < 0 || it.segments() > MOST_SEGMENTS,
                    "@Scan has " + it.segments() + " segments, 0 to 1,000,000 are allowed",
                    "Leave segments out: the plan then chooses.");
            checkIndex(it.index());
            checkFilter(new FilterCheck(Models.filter(it)));
        });
        query.ifPresent(this::checkQuery);
    }

    private void checkQuery(Query query) {
        checkIndex(query.index());
        checkFilter(new FilterCheck(Models.filter(query)));
        checkAttribute("partitionKey", query.partitionKey());
        refuse(
                FilterCheck.valueMistake(query.partitionValue()).isPresent()
                        || !query.partitionValue().matches("(?s)[SN]:.+"),
                "@Query has no well-formed partitionValue",
                "Write it as \"S:OPEN\" or \"N:7\".");
    }

    private void checkIndex(String index) {
        refuse(
                !index.isEmpty() && !INDEX_NAME.matcher(index).matches(),
                "'" + shown(index) + "' is no name of an index",
                "Correct it: 3 to 255 of A-Z, a-z, 0-9, '_', '-' and '.'.");
    }

    private void checkFilter(FilterCheck filter) {
        filter.mistakes().forEach(it -> refuseIf(true, ProblemCode.BAD_FILTER, shown(it), "Correct the annotation."));
    }

    private void checkThrottle() {
        migration.annotation(Throttle.class).ifPresent(it -> {
            refuse(
                    it.readUnits() < 0 || it.writeUnits() < 0,
                    "@Throttle has negative units",
                    "Give units per second, or 0 to leave them to percentOfTable.");
            refuse(
                    it.percentOfTable() < 1 || it.percentOfTable() > WHOLE,
                    "@Throttle has percentOfTable = " + it.percentOfTable() + ", 1 to 100 are allowed",
                    "Correct it.");
        });
    }

    private void checkParameters() {
        migration.annotation(Parameters.class).ifPresent(declared -> {
            var seen = new HashSet<String>();
            for (String name : declared.value()) {
                refuseIf(
                        !LOGICAL_NAME.matcher(name).matches(),
                        ProblemCode.BAD_NAME,
                        "parameter '" + shown(name) + "' is not a letter followed by at most 63 letters and digits",
                        "Rename it: it becomes a parameter of the emitted template.");
                refuse(!seen.add(name), "parameter '" + shown(name) + "' is declared twice", "Keep one.");
            }
        });
    }

    private void checkWriters() {
        migration.annotation(Writers.class).ifPresent(it -> {
            List.of(it.attributes()).forEach(name -> checkAttribute("attributes", name));
            if (!it.versionAttribute().isEmpty()) {
                checkAttribute("versionAttribute", it.versionAttribute());
            }
            refuse(
                    !it.region().isEmpty() && !REGION.matcher(it.region()).matches(),
                    "region '" + shown(it.region()) + "' is not of the form eu-central-1",
                    "Correct it.");
        });
    }

    private void checkAttribute(String element, String name) {
        Predicate<String> isName = it -> !it.isBlank() && it.length() <= LONGEST_ATTRIBUTE;
        refuse(
                !isName.test(name) || CONTROL.matcher(name).find(),
                element + " is empty, longer than 255 characters, or has control characters",
                "Name an attribute.");
    }

    private void checkTask() {
        for (var type : FOR_ITEMS) {
            refuse(
                    migration.annotation(type).isPresent(),
                    "@" + type.getSimpleName() + " has no meaning for a task, which reads no items",
                    "Remove it.");
        }
    }

    private void checkProofs() {
        var writers = migration.annotation(Writers.class);
        boolean hasVersion =
                writers.filter(it -> !it.versionAttribute().isEmpty()).isPresent();
        boolean isLedger = migration
                .annotation(Guard.class)
                .filter(it -> it.value() == Guard.Mode.LEDGER)
                .isPresent();
        refuseIf(
                isLedger && !hasVersion,
                ProblemCode.LEDGER_WITHOUT_VERSION,
                "@Guard(LEDGER) needs the attribute by which writers detect each other's writes",
                "Add @Writers(versionAttribute = \"<attribute>\"), or choose Guard.Mode.ITEM.");
        boolean isProvable = hasVersion
                || writers.filter(it -> it.attributes().length > 0 || it.addNothing())
                        .isPresent();
        refuseIf(
                uses.delete() && !isProvable,
                ProblemCode.UNPROVABLE_DELETE,
                "Change.delete() cannot know what writers add meanwhile",
                "Update the item into a tombstone instead, or add @Writers with versionAttribute, attributes or addNothing.");
    }

    private void refuse(boolean isWrong, String what, String remedy) {
        refuseIf(isWrong, ProblemCode.BAD_ANNOTATION, what, remedy);
    }

    private void refuseIf(boolean isWrong, ProblemCode code, String what, String remedy) {
        if (isWrong) {
            problems.add(new Problem(code, what, migration.className(), remedy));
        }
    }

    /** Keeps a message on one line, whatever was written into an annotation. */
    private static String shown(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }
}
