package io.github.dynamodbmigrations.scaffold;

import io.github.dynamodbmigrations.model.MigrationModel.Kind;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import io.github.dynamodbmigrations.project.SourceMigration;
import io.github.dynamodbmigrations.sam.DeclaredTable;
import io.github.dynamodbmigrations.sam.SamTemplate;
import io.github.dynamodbmigrations.sam.TableShape;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Decides what the user left open about a new migration, from the migrations that are there. */
final class Choices {
    private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,17}");
    private static final Map<String, String> ANY_KEY = Map.of("pk", "S");
    private static final Pattern TABLE = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,127}");

    private final CreateRequest request;
    private final List<SourceMigration> existing;

    Choices(CreateRequest request, List<SourceMigration> existing) {
        this.request = request;
        this.existing = existing;
    }

    NewMigration decide() {
        var name = request.name()
                .map(MigrationName::of)
                .orElseThrow(
                        () -> bad("create needs a name", "name", "Say what the migration does: -Dname=SplitFullName."));
        var kind = kind();
        var table = table(kind);
        return new NewMigration(
                name,
                kind,
                version(),
                packageName(),
                table,
                table.map(this::keys).orElse(Map.of()));
    }

    /** As the template says them; where it does not, the names that most tables use. */
    private Map<String, String> keys(String table) {
        try {
            return request.template()
                    .map(SamTemplate::read)
                    .flatMap(known -> known.table(table).map(known::shape))
                    .map(TableShape::keyTypes)
                    .orElse(ANY_KEY);
        } catch (ProblemException unsaid) {
            return ANY_KEY;
        }
    }

    private Kind kind() {
        return Stream.of(Kind.values())
                .filter(kind -> kind.name().equals(request.kind().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> bad(
                        "there is no kind '" + request.kind() + "'",
                        "kind",
                        "Choose item, reversible or task: -Dkind=item."));
    }

    private long version() {
        if (request.version().isEmpty()) {
            return Math.max(newest().map(Choices::versionOf).orElse(0L), request.firstVersion()) + 1;
        }
        var text = request.version().get();
        if (!VERSION.matcher(text).matches() || Long.parseLong(text) <= request.firstVersion()) {
            throw bad(
                    "'" + text + "' is no version",
                    "version",
                    "Choose a whole number above " + request.firstVersion() + ", or leave it out for the next one.");
        }
        var version = Long.parseLong(text);
        existing.stream()
                .filter(migration -> migration.version().orElse(0) == version)
                .findFirst()
                .ifPresent(migration -> {
                    throw new ProblemException(
                            ProblemCode.ALREADY_THERE,
                            "version " + version + " is taken by " + migration.name(),
                            shown(migration),
                            "Choose another version, or leave -Dversion out for the next one.");
                });
        return version;
    }

    private String packageName() {
        var name = request.packageName()
                .or(() -> newest().map(SourceMigration::packageName))
                .orElseGet(() -> request.project().groupId().replace('-', '_') + ".migrations");
        if (!name.isEmpty() && !SourceVersion.isName(name, SourceVersion.RELEASE_17)) {
            throw bad("'" + name + "' is no package", "package", "Name it: -Dpackage=com.example.migrations.");
        }
        return name;
    }

    private Optional<String> table(Kind kind) {
        if (request.table().isPresent()) {
            var table = request.table().get();
            if (!TABLE.matcher(table).matches()) {
                throw bad(
                        "'" + table + "' is no logical table name",
                        "table",
                        "Begin with a letter and use letters and digits only: -Dtable=Customers. The physical name is"
                                + " given to the goals and the stack.");
            }
            return request.table();
        }
        return kind == Kind.TASK
                ? Optional.empty()
                : Optional.of(tableOfNewest().orElseGet(this::onlyTable));
    }

    private Optional<String> tableOfNewest() {
        var withTable = existing.stream()
                .filter(SourceMigration::declaresTable)
                .max(Comparator.comparingLong(migration -> migration.version().orElse(0)));
        if (withTable.isPresent() && withTable.get().table().isEmpty()) {
            throw new ProblemException(
                    ProblemCode.TABLE_UNKNOWN,
                    "the table of the newest migration is not a plain text",
                    shown(withTable.get()),
                    "Name the table: -Dtable=<table>.");
        }
        return withTable.flatMap(SourceMigration::table);
    }

    private String onlyTable() {
        var tables = request.template()
                .map(file -> SamTemplate.read(file).tables().stream()
                        .map(DeclaredTable::logicalName)
                        .toList())
                .orElse(List.of());
        if (tables.size() == 1) {
            return tables.get(0);
        }
        var where = request.template()
                .map(request.project()::shown)
                .orElse(request.project().shown(request.project().sources()));
        throw new ProblemException(
                ProblemCode.TABLE_UNKNOWN,
                tables.isEmpty()
                        ? "no migration and no template names a table"
                        : "the template declares several tables: " + String.join(", ", tables),
                where,
                "Name the one to migrate: -Dtable=" + (tables.isEmpty() ? "Customers" : tables.get(0)) + ".");
    }

    private Optional<SourceMigration> newest() {
        return existing.stream().max(Comparator.comparingLong(this::knownVersion));
    }

    private long knownVersion(SourceMigration migration) {
        return migration
                .version()
                .orElseThrow(() -> bad(
                        "the version of " + migration.name() + " is not a plain number, so the next one is unknown",
                        "version",
                        "Say it: -Dversion=<n> -Dpackage=<package>."));
    }

    private static long versionOf(SourceMigration migration) {
        return migration.version().orElse(0);
    }

    private String shown(SourceMigration migration) {
        return request.project().shown(migration.file());
    }

    private static ProblemException bad(String what, String parameter, String remedy) {
        return new ProblemException(ProblemCode.BAD_PARAMETER, what, "parameter <" + parameter + ">", remedy);
    }
}
