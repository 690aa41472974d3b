package io.github.dynamodbmigrations.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.catalog.MigrationCatalog;
import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.MigrationModel.Source;
import io.github.dynamodbmigrations.plan.MigrationDefinition;
import io.github.dynamodbmigrations.scan.Filter;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the build reads from class files, and the runtime by reflection, is the same. */
final class RuntimeAgreementTest {
    private static final String KEEP =
            "@Override public Change migrate(Item item, RunContext run) { return Change.keep(); }";

    private final TestProject project;

    RuntimeAgreementTest(@TempDir Path directory) {
        project = new TestProject(directory);
    }

    @Test
    void holdsForEveryElementGivenOrLeftOut() throws IOException {
        project.source("public abstract class Base implements Reversible { " + KEEP
                        + " @Override public Change reverse(Item item, RunContext run) { return Change.keep(); } }")
                .migration("@Migration(version = 1, table = \"Plain\")", "V1_Plain", "ItemMigration", KEEP)
                .source("@Migration(version = 5_000_000_000L, table = \"All\", description = \"All of it\","
                        + " onChange = OnChange.RESTART)"
                        + "@Scan(index = \"byStatus\", filter = \"#s = :a OR #s = :b OR #s = :c OR #s = :d\","
                        + " names = \"#s=status\", segments = 7,"
                        + " values = {\":a=S:a=b:c\", \":b=N:1.5\", \":c=BOOL:true\", \":d=NULL:\"})"
                        + "@Guard(Guard.Mode.LEDGER) @Parameters({\"one\", \"two\"})"
                        + "@Writers(versionAttribute = \"v\", attributes = {\"a\", \"b\"}, updateOnly = true,"
                        + " addNothing = true, region = \"eu-central-1\")"
                        + "@Throttle(readUnits = 3, writeUnits = 4, percentOfTable = 5)"
                        + "public class All extends Base {}")
                .migration(
                        "@Migration(version = 3, table = \"T\") @Guard(Guard.Mode.ITEM)"
                                + "@Query(index = \"byDay\", partitionKey = \"day\", partitionValue = \"N:7\","
                                + " filter = \"#a = :a\", names = \"#a=a\", values = \":a=S:\")",
                        "V3_Query",
                        "ItemMigration",
                        KEEP)
                .source("@Migration(version = 4) public class V4_Task implements TaskMigration {"
                        + " @Override public void run(TaskContext task) {} }")
                .compile();
        var models = project.discover().migrations();

        var read = catalog(models).migrations();

        assertEquals(4, models.size());
        assertEquals(
                models.stream().map(RuntimeAgreementTest::facts).toList(),
                read.stream().map(RuntimeAgreementTest::facts).toList());
    }

    private MigrationCatalog catalog(List<MigrationModel> models) throws IOException {
        var manifest = models.stream()
                .map(it -> it.version() + "=" + it.className() + "\n" + it.version() + ".checksum=" + it.checksum()
                        + "\n" + it.version() + ".reached=" + it.reachedChecksum() + "\n")
                .collect(Collectors.joining());
        project.write(project.classes().resolve(MigrationCatalog.MANIFEST), manifest);
        var classes = new URL[] {project.classes().toUri().toURL()};
        try (var loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            return MigrationCatalog.load(loader);
        }
    }

    private static List<Object> facts(MigrationModel model) {
        var facts = new ArrayList<Object>(
                List.of(model.version(), model.className(), model.kind().name(), model.table()));
        facts.addAll(List.of(model.description(), model.guard().name(), model.onChange(), model.parameters()));
        var writers = model.writers();
        facts.addAll(List.of(
                Models.given(writers.versionAttribute()),
                writers.attributes(),
                writers.updateOnly(),
                writers.addNothing(),
                Models.given(writers.region())));
        var throttle = model.throttle();
        facts.addAll(List.of(throttle.readUnits(), throttle.writeUnits(), throttle.percentOfTable()));
        facts.addAll(List.of(model.checksum(), model.reachedChecksum()));
        facts.addAll(model.source().map(RuntimeAgreementTest::source).orElse(nothing()));
        return facts;
    }

    private static List<Object> source(Source source) {
        if (source instanceof Source.Query query) {
            var value = value(query.partitionValue());
            return facts(query.index(), Optional.of(query.partitionKey()), Optional.of(value), query.filter(), 1);
        }
        var scan = (Source.Scan) source;
        return facts(scan.index(), Optional.empty(), Optional.empty(), scan.filter(), scan.segments());
    }

    private static List<Object> nothing() {
        var everything = new MigrationModel.Filter("", List.of(), List.of());
        return facts(Optional.empty(), Optional.empty(), Optional.empty(), everything, 0);
    }

    private static List<Object> facts(
            Optional<String> index,
            Optional<String> partitionKey,
            Optional<AttributeValue> partitionValue,
            MigrationModel.Filter filter,
            int segments) {
        var names = filter.names().stream()
                .collect(Collectors.toMap(RuntimeAgreementTest::left, RuntimeAgreementTest::right));
        var values =
                filter.values().stream().collect(Collectors.toMap(RuntimeAgreementTest::left, it -> value(right(it))));
        var same = new Filter(filter.expression(), names, values);
        return List.of(index, partitionKey, partitionValue, same, segments);
    }

    private static String left(String pair) {
        return pair.substring(0, pair.indexOf('='));
    }

    private static String right(String pair) {
        return pair.substring(pair.indexOf('=') + 1);
    }

    private static AttributeValue value(String typed) {
        String text = typed.substring(typed.indexOf(':') + 1);
        return switch (typed.substring(0, typed.indexOf(':'))) {
            case "S" -> AttributeValue.fromS(text);
            case "N" -> AttributeValue.fromN(text);
            case "BOOL" -> AttributeValue.fromBool(Boolean.valueOf(text));
            default -> AttributeValue.fromNul(true);
        };
    }

    private static List<Object> facts(MigrationDefinition read) {
        var facts = new ArrayList<Object>(
                List.of(read.version(), read.type().getName(), read.kind().name(), read.table()));
        facts.addAll(
                List.of(read.description(), read.guard().name(), read.onChange().name(), read.parameters()));
        var writers = read.writers();
        facts.addAll(List.of(
                writers.versionAttribute(),
                writers.attributes(),
                writers.updateOnly(),
                writers.addNothing(),
                writers.region()));
        facts.addAll(List.of(read.readUnits(), read.writeUnits(), read.percentOfTable()));
        facts.addAll(List.of(read.checksums().own(), read.checksums().reached()));
        var source = read.source();
        facts.addAll(List.of(
                source.index(), source.partitionKey(), source.partitionValue(), source.filter(), source.segments()));
        return facts;
    }
}
