package io.github.dynamodbmigrations.catalog;

import io.github.dynamodbmigrations.Guard;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.Parameters;
import io.github.dynamodbmigrations.Query;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.Scan;
import io.github.dynamodbmigrations.TaskMigration;
import io.github.dynamodbmigrations.Throttle;
import io.github.dynamodbmigrations.Writers;
import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.MigrationDefinition;
import io.github.dynamodbmigrations.plan.MigrationDefinition.DeclaredSource;
import io.github.dynamodbmigrations.plan.MigrationDefinition.Kind;
import io.github.dynamodbmigrations.plan.WriterFacts;
import io.github.dynamodbmigrations.scan.Filter;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads a migration's annotations into a definition. The build has checked them, so that what is malformed is a defect. */
final class AnnotationReader {
    private AnnotationReader() {}

    static MigrationDefinition read(Class<?> type, Checksums checksums) {
        var migration = type.getAnnotation(Migration.class);
        if (migration == null) {
            throw new IllegalArgumentException(type.getName() + " is no migration");
        }
        Optional<Throttle> throttle = find(type, Throttle.class);
        return new MigrationDefinition(
                migration.version(),
                type,
                kind(type),
                given(migration.table()),
                migration.description(),
                source(type),
                find(type, Guard.class)
                        .map(guard -> GuardMode.valueOf(guard.value().name()))
                        .orElse(GuardMode.NONE),
                find(type, Writers.class).map(AnnotationReader::facts).orElse(WriterFacts.UNKNOWN),
                throttle.map(Throttle::readUnits).orElse(0),
                throttle.map(Throttle::writeUnits).orElse(0),
                throttle.map(Throttle::percentOfTable).orElse(50),
                find(type, Parameters.class)
                        .map(declared -> List.of(declared.value()))
                        .orElse(List.of()),
                migration.onChange(),
                checksums);
    }

    private static Kind kind(Class<?> type) {
        if (TaskMigration.class.isAssignableFrom(type)) {
            return Kind.TASK;
        }
        if (Reversible.class.isAssignableFrom(type)) {
            return Kind.REVERSIBLE;
        }
        if (ItemMigration.class.isAssignableFrom(type)) {
            return Kind.ITEM;
        }
        throw new IllegalArgumentException(type.getName() + " implements no kind of migration");
    }

    private static DeclaredSource source(Class<?> type) {
        Optional<Query> query = find(type, Query.class);
        if (query.isPresent()) {
            var declared = query.get();
            return new DeclaredSource(
                    given(declared.index()),
                    Optional.of(declared.partitionKey()),
                    Optional.of(value(declared.partitionValue())),
                    filter(declared.filter(), declared.names(), declared.values()),
                    1);
        }
        return find(type, Scan.class)
                .map(declared -> new DeclaredSource(
                        given(declared.index()),
                        Optional.empty(),
                        Optional.empty(),
                        filter(declared.filter(), declared.names(), declared.values()),
                        declared.segments()))
                .orElse(new DeclaredSource(Optional.empty(), Optional.empty(), Optional.empty(), Filter.NONE, 0));
    }

    private static WriterFacts facts(Writers declared) {
        return new WriterFacts(
                given(declared.versionAttribute()),
                List.of(declared.attributes()),
                declared.updateOnly(),
                declared.addNothing(),
                given(declared.region()));
    }

    private static Filter filter(String expression, String[] names, String[] values) {
        return new Filter(expression, pairs(names, Function.identity()), pairs(values, AnnotationReader::value));
    }

    private static <T> Map<String, T> pairs(String[] declared, Function<String, T> read) {
        var pairs = new HashMap<String, T>();
        for (var pair : declared) {
            var equals = pair.indexOf('=');
            pairs.put(pair.substring(0, equals), read.apply(pair.substring(equals + 1)));
        }
        return pairs;
    }

    /** {@code S:open}, {@code N:7}, {@code BOOL:true} or {@code NULL:}. */
    private static AttributeValue value(String typed) {
        var colon = typed.indexOf(':');
        var text = typed.substring(colon + 1);
        return switch (typed.substring(0, colon)) {
            case "S" -> AttributeValue.fromS(text);
            case "N" -> AttributeValue.fromN(text);
            case "BOOL" -> AttributeValue.fromBool(Boolean.valueOf(text));
            case "NULL" -> AttributeValue.fromNul(true);
            default -> throw new IllegalArgumentException("a value is written as S:text, N:number, BOOL:true or NULL:");
        };
    }

    private static <A extends Annotation> Optional<A> find(Class<?> type, Class<A> annotation) {
        @Nullable A found = type.getAnnotation(annotation);
        return Optional.ofNullable(found);
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
