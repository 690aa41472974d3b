package io.github.dynamodbmigrations.discovery;

import io.github.dynamodbmigrations.Guard;
import io.github.dynamodbmigrations.Parameters;
import io.github.dynamodbmigrations.Query;
import io.github.dynamodbmigrations.Scan;
import io.github.dynamodbmigrations.Throttle;
import io.github.dynamodbmigrations.Writers;
import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.MigrationModel.Filter;
import io.github.dynamodbmigrations.model.MigrationModel.Kind;
import io.github.dynamodbmigrations.model.MigrationModel.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Turns what a class declares, and what its code was found to do, into the model of its migration. */
final class Models {
    private static final Source WHOLE_TABLE =
            new Source.Scan(Optional.empty(), new Filter("", List.of(), List.of()), 0);
    private static final int DEFAULT_PERCENT = 50;

    private Models() {}

    static MigrationModel of(MigrationClass migration, Kind kind, CodeFacts code, Optional<String> grants) {
        var declared = migration.declared();
        return new MigrationModel(
                migration.version(),
                migration.className(),
                kind,
                given(declared.table()),
                declared.description(),
                kind == Kind.TASK ? Optional.empty() : Optional.of(source(migration)),
                guard(migration),
                writers(migration),
                throttle(migration),
                code.uses(),
                grants,
                migration
                        .annotation(Parameters.class)
                        .map(it -> List.of(it.value()))
                        .orElse(List.of()),
                minutes(declared.deploymentTimeout()),
                declared.onChange().name(),
                code.checksum(),
                code.reachedChecksum());
    }

    static Optional<String> given(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static Optional<Duration> minutes(int minutes) {
        return minutes == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes));
    }

    private static Source source(MigrationClass migration) {
        var query = migration.annotation(Query.class).map(Models::query);
        var scan = migration.annotation(Scan.class).map(Models::scan);
        return query.or(() -> scan).orElse(WHOLE_TABLE);
    }

    private static Source scan(Scan scan) {
        return new Source.Scan(given(scan.index()), filter(scan), scan.segments());
    }

    private static Source query(Query query) {
        return new Source.Query(given(query.index()), query.partitionKey(), query.partitionValue(), filter(query));
    }

    static Filter filter(Scan scan) {
        return new Filter(scan.filter(), List.of(scan.names()), List.of(scan.values()));
    }

    static Filter filter(Query query) {
        return new Filter(query.filter(), List.of(query.names()), List.of(query.values()));
    }

    private static MigrationModel.Guard guard(MigrationClass migration) {
        return migration
                .annotation(Guard.class)
                .map(it -> switch (it.value()) {
                    case ITEM -> MigrationModel.Guard.ITEM;
                    case LEDGER -> MigrationModel.Guard.LEDGER;
                })
                .orElse(MigrationModel.Guard.NONE);
    }

    private static MigrationModel.Writers writers(MigrationClass migration) {
        return migration
                .annotation(Writers.class)
                .map(it -> new MigrationModel.Writers(
                        it.versionAttribute(), List.of(it.attributes()), it.updateOnly(), it.addNothing(), it.region()))
                .orElse(new MigrationModel.Writers("", List.of(), false, false, ""));
    }

    private static MigrationModel.Throttle throttle(MigrationClass migration) {
        return migration
                .annotation(Throttle.class)
                .map(it -> new MigrationModel.Throttle(it.readUnits(), it.writeUnits(), it.percentOfTable()))
                .orElse(new MigrationModel.Throttle(0, 0, DEFAULT_PERCENT));
    }
}
