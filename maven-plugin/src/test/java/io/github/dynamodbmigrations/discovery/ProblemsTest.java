package io.github.dynamodbmigrations.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.dynamodbmigrations.model.MigrationModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ProblemsTest {
    private static final String KEEP =
            "@Override public Change migrate(Item item, RunContext run) { return Change.keep(); }";
    private static final String RUN = "@Override public void run(TaskContext task) {}";
    private static final String ON_SHOP = "@Migration(version = 1, table = \"Shop\") ";

    private static final String LONG = "M".repeat(129);

    private final TestProject project;

    ProblemsTest(@TempDir Path directory) {
        project = new TestProject(directory);
    }

    private static Arguments says(String line, String source) {
        return Arguments.of(line, source);
    }

    private static String item(String annotations) {
        return annotations + " public class M implements ItemMigration { " + KEEP + " }";
    }

    private static String task(String annotations) {
        return annotations + " public class M implements TaskMigration { " + RUN + " }";
    }

    static Stream<Arguments> problemsOfClasses() {
        return Stream.of(
                says(
                        "DM102 the name says version 0002, @Migration says 3: shop.V0002_Split."
                                + " Make them equal, or leave the number out of the name.",
                        "@Migration(version = 3, table = \"T\") public class V0002_Split implements ItemMigration { "
                                + KEEP + " }"),
                says(
                        "DM103 the class is abstract: shop.M. Move @Migration to a class that extends it.",
                        ON_SHOP + "public abstract class M implements ItemMigration {}"),
                says(
                        "DM103 the class is an interface: shop.M. Make it a public class.",
                        ON_SHOP + "public interface M extends ItemMigration {}"),
                says(
                        "DM103 the class is an enum: shop.M. Make it a public class.",
                        ON_SHOP + "public enum M implements ItemMigration { ONE; " + KEEP + " }"),
                says(
                        "DM103 the class is not public: shop.M. Make it public.",
                        ON_SHOP + "class M implements ItemMigration { public M() {} " + KEEP + " }"),
                says(
                        "DM103 the class is an inner class that is not static: shop.Outer$M."
                                + " Make it static, or give it a file of its own.",
                        "public class Outer { " + ON_SHOP + "public class M implements ItemMigration { " + KEEP
                                + " } }"),
                says(
                        "DM103 the class has no public constructor without parameters: shop.M."
                                + " Add one, or leave all constructors out.",
                        ON_SHOP + "public class M implements ItemMigration { public M(int i) {} " + KEEP + " }"),
                says(
                        "DM104 the class implements no kind of migration: shop.M."
                                + " Implement ItemMigration, Reversible or TaskMigration.",
                        ON_SHOP + "public class M {}"),
                says(
                        "DM104 the class is both a task and a migration of items: shop.M. Make two migrations of it.",
                        ON_SHOP + "public class M implements ItemMigration, TaskMigration { " + KEEP + RUN + " }"),
                says(
                        "DM106 the class name has characters other than A-Z, a-z, 0-9 and _, or more than 128: shop."
                                + LONG + "."
                                + " Rename the class: emitted names are made of it.",
                        ON_SHOP + "public class " + LONG + " implements ItemMigration { " + KEEP + " }"),
                says(
                        "DM110 version 0 is not above firstVersion, 0: shop.M."
                                + " Give it a higher version: firstVersion is that of data before any migration.",
                        item("@Migration(version = 0, table = \"T\")")),
                says(
                        "DM112 migrate does nothing but throw: shop.M."
                                + " Write its body, or delete the class; its version is not taken before it has run.",
                        ON_SHOP + "public class M implements ItemMigration { @Override public Change migrate(Item item,"
                                + " RunContext run) { throw new UnsupportedOperationException(\"not written yet\"); } }"),
                says(
                        "DM124 the class is a migration without @Migration, so it never runs: shop.M."
                                + " Add the annotation; if the class only helps others, nothing is wrong.",
                        "public class M implements ItemMigration { " + KEEP + " }"));
    }

    static Stream<Arguments> problemsOfAnnotations() {
        return Stream.of(
                says(
                        "DM105 @Migration names no table: shop.M."
                                + " Add table = \"<Logical>\": the name by which templates and goals are told the table.",
                        item("@Migration(version = 1)")),
                says(
                        "DM105 table 'my-table' is not a letter followed by at most 63 letters and digits: shop.M."
                                + " Choose a logical name; the physical one is given by -Ddynamodb-migrations.tables.<Logical>.",
                        item("@Migration(version = 1, table = \"my-table\")")),
                says(
                        "DM105 table 'History' would become the parameter HistoryTable, which is the history's own: shop.M."
                                + " Choose another logical name.",
                        item("@Migration(version = 1, table = \"History\")")),
                says(
                        "DM106 parameter 'a-b' is not a letter followed by at most 63 letters and digits: shop.M."
                                + " Rename it: it becomes a parameter of the emitted template.",
                        item(ON_SHOP + "@Parameters(\"a-b\")")),
                says(
                        "DM107 @Guard(LEDGER) needs the attribute by which writers detect each other's writes: shop.M."
                                + " Add @Writers(versionAttribute = \"<attribute>\"), or choose Guard.Mode.ITEM.",
                        item(ON_SHOP + "@Guard(Guard.Mode.LEDGER)")),
                says(
                        "DM111 the description has 257 characters, at most 256 are allowed: shop.M. Shorten it.",
                        item("@Migration(version = 1, table = \"T\", description = \"" + "x".repeat(257) + "\")")),
                says(
                        "DM111 the description has line breaks, control characters or characters that change the direction"
                                + " of text: shop.M. Write one plain line.",
                        item("@Migration(version = 1, table = \"T\", description = \"a\\u202Eb\")")),
                says(
                        "DM617 a deployment cannot wait 1486 minutes for a migration: shop.M. Give deploymentTimeout 1 to 1485"
                                + " minutes, or leave it out for what is configured for all.",
                        item("@Migration(version = 1, table = \"T\", deploymentTimeout = 1486)")),
                says(
                        "DM617 a deployment cannot wait -1 minutes for a migration: shop.M. Give deploymentTimeout 1 to 1485"
                                + " minutes, or leave it out for what is configured for all.",
                        item("@Migration(version = 1, table = \"T\", deploymentTimeout = -1)")),
                says(
                        "DM111 both @Scan and @Query say where items come from: shop.M. Keep one.",
                        item(ON_SHOP + "@Scan @Query(partitionKey = \"pk\", partitionValue = \"S:A\")")),
                says(
                        "DM111 @Scan has 1000001 segments, 0 to 1,000,000 are allowed: shop.M."
                                + " Leave segments out: the plan then chooses.",
                        item(ON_SHOP + "@Scan(segments = 1_000_001)")),
                says(
                        "DM111 'a' is no name of an index: shop.M. Correct it: 3 to 255 of A-Z, a-z, 0-9, '_', '-' and '.'.",
                        item(ON_SHOP + "@Scan(index = \"a\")")),
                says(
                        "DM111 partitionKey is empty, longer than 255 characters, or has control characters: shop.M."
                                + " Name an attribute.",
                        item(ON_SHOP + "@Query(partitionKey = \"\", partitionValue = \"S:A\")")),
                says(
                        "DM111 @Query has no well-formed partitionValue: shop.M. Write it as \"S:OPEN\" or \"N:7\".",
                        item(ON_SHOP + "@Query(partitionKey = \"pk\", partitionValue = \"BOOL:true\")")),
                says(
                        "DM111 @Throttle has negative units: shop.M."
                                + " Give units per second, or 0 to leave them to percentOfTable.",
                        item(ON_SHOP + "@Throttle(readUnits = -1)")),
                says(
                        "DM111 @Throttle has percentOfTable = 101, 1 to 100 are allowed: shop.M. Correct it.",
                        item(ON_SHOP + "@Throttle(percentOfTable = 101)")),
                says(
                        "DM111 parameter 'a' is declared twice: shop.M. Keep one.",
                        item(ON_SHOP + "@Parameters({\"a\", \"a\"})")),
                says(
                        "DM111 region 'Frankfurt' is not of the form eu-central-1: shop.M. Correct it.",
                        item(ON_SHOP + "@Writers(region = \"Frankfurt\")")),
                says(
                        "DM111 @Guard has no meaning for a task, which reads no items: shop.M. Remove it.",
                        task(ON_SHOP + "@Guard(Guard.Mode.ITEM)")),
                says(
                        "DM114 names has 's=status', which is not of the form '#s=status': shop.M. Correct the annotation.",
                        item(ON_SHOP + "@Scan(filter = \"total > total\", names = \"s=status\")")),
                says(
                        "DM114 the filter uses '#s', which names does not declare: shop.M. Correct the annotation.",
                        item(ON_SHOP + "@Scan(filter = \"attribute_exists(#s)\")")),
                says(
                        "DM114 values declares ':v', which the filter does not use: shop.M. Correct the annotation.",
                        item(ON_SHOP + "@Scan(filter = \"attribute_exists(a)\", values = \":v=N:1\")")),
                says(
                        "DM114 values has a malformed value for ':v'; the form is ':v=S:open': shop.M. Correct the annotation.",
                        item(ON_SHOP + "@Scan(filter = \"a = :v\", values = \":v=N:one\")")),
                says(
                        "DM114 ':v' is declared twice: shop.M. Correct the annotation.",
                        item(ON_SHOP + "@Scan(filter = \"a = :v\", values = {\":v=BOOL:true\", \":v=NULL:\"})")),
                says(
                        "DM115 policies/none.json does not exist: shop.M."
                                + " Give @Grants an IAM policy document by a path such as policies/notify.json.",
                        item(ON_SHOP + "@Grants(policyFile = \"policies/none.json\")")));
    }

    @ParameterizedTest
    @MethodSource({"problemsOfClasses", "problemsOfAnnotations"})
    void areSaidInOneLine(String line, String source) {
        project.source(source).compile();

        assertEquals(List.of(line), project.lines());
    }

    @Test
    void areAllSaidAtOnce() {
        for (String name : List.of("A", "B", "C")) {
            project.migration("@Migration(version = 7, table = \"T!\")", name, "ItemMigration", KEEP);
        }
        project.migration("@Migration(version = 9, table = \"T\")", "V8_Other", "ItemMigration", KEEP)
                .compile();

        var codes = project.lines().stream().map(it -> it.substring(0, 5)).toList();

        assertEquals(List.of("DM101", "DM105", "DM105", "DM105", "DM102"), codes);
        assertEquals(
                "DM101 3 migrations have version 7: shop.A, shop.B, shop.C. Give one of them the next free version, 10.",
                project.lines().get(0));
    }

    @Test
    void nameClassesThatAreNewerThanTheLambdaRuntime() {
        project.source(item(ON_SHOP)).source("class Unreached {}").compile();
        var request = project.request();
        var older = new DiscoveryRequest(request.classes(), List.of(), project.directory(), 0, 60);

        var lines = Discovery.of(older).problems().stream().map(it -> it.line()).toList();

        assertEquals(
                List.of("DM109 the class files are of Java 17, the Lambda runtime java16 loads up to Java 16: shop.M."
                        + " Set <maven.compiler.release>16</maven.compiler.release>, or a newer <lambdaRuntime>."),
                lines);
    }

    @Test
    void nameClassFilesThatCannotBeRead() throws IOException {
        project.source(item(ON_SHOP))
                .source("class Future {}")
                .source("class Broken {}")
                .compile();
        var future = project.classes().resolve("shop/Future.class");
        byte[] bytes = Files.readAllBytes(future);
        bytes[7] = (byte) 200;
        Files.write(future, bytes);
        Files.write(project.classes().resolve("shop/Broken.class"), new byte[] {1, 2, 3});

        assertEquals(
                List.of(
                        "DM113 the class file is damaged: shop.Broken. Run mvn clean package.",
                        "DM109 the class files are of Java 156, newer than this version of the plugin reads: shop.Future."
                                + " Compile for an older release by <maven.compiler.release>, or use a newer plugin."),
                project.lines());
    }

    @Test
    void tellWhatIsWrongWithAPolicyFile() {
        var policy = project.directory().resolve("policy.json");
        project.source(item(ON_SHOP + "@Grants(policyFile = \"policy.json\")")).compile();

        project.write(policy, "{\"Statement\": [}");
        assertEquals("policy.json is not JSON: line 1, column 16", project.firstWhat());
        project.write(policy, "{\"Version\": \"2012-10-17\"}");
        assertEquals("policy.json is no policy document: it has no Statement", project.firstWhat());
        project.write(policy, "{\"Statement\": []}");
        var found = project.discover();
        assertEquals(List.of(), found.problems());
        assertEquals("{\"Statement\": []}", found.migrations().get(0).grants().orElseThrow());
    }

    @Test
    void tellWhereAReachedCallIsImpure() {
        project.source("class Names { static String stamp() { java.util.function.Supplier<Object> s ="
                        + " () -> java.time.Instant.now(); return s.get() + \"\"; } }")
                .source("package software.amazon.awssdk.services.orders;\n"
                        + "public class OrdersClient { public static OrdersClient create() { return null; } }")
                .source("interface Id { Object next(); }")
                .source("class RandomId implements Id { public Object next() { return java.util.UUID.randomUUID(); } }")
                .source("class Unreached implements Id { public Object next() { return System.nanoTime(); } }")
                .source(ON_SHOP + "public class M implements Reversible { private final Id id = new RandomId();"
                        + "private static final software.amazon.awssdk.services.orders.OrdersClient CLIENT ="
                        + " software.amazon.awssdk.services.orders.OrdersClient.create();" + KEEP
                        + "@Override public Change reverse(Item item, RunContext run) { id.next();"
                        + " return Change.reject(Names.stamp()); } }")
                .compile();

        var found = project.discover();

        assertEquals(
                List.of(
                        "DM121 its code reaches Instant.now in shop.Names.stamp: shop.M."
                                + " Use run.startedAt(), the same for every item and resume.",
                        "DM122 its code reaches UUID.randomUUID in shop.RandomId.next: shop.M."
                                + " Derive the value from the item's keys, so that a second look gives the same.",
                        "DM123 its code reaches OrdersClient.create in shop.M: shop.M."
                                + " Take what it needs from the item or run.parameter(), or write a TaskMigration."),
                found.problems().stream().map(it -> it.line()).sorted().toList());
        assertFalse(found.hasErrors());
    }

    @Test
    void allowClocksAndServicesToATaskAndFixedOnesToItems() {
        project.source("@Migration(version = 1) public class Task implements TaskMigration { @Override public void"
                        + " run(TaskContext task) { java.time.Instant.now(); java.util.UUID.randomUUID(); } }")
                .source(
                        "@Migration(version = 2, table = \"T\") public class M implements ItemMigration { @Override public"
                                + " Change migrate(Item item, RunContext run) { var clock = java.time.Clock.fixed(run.startedAt(),"
                                + " java.time.ZoneOffset.UTC); java.time.LocalDate.now(clock); new java.util.Random(7);"
                                + " return Change.keep(); } }")
                .compile();

        assertEquals(List.of(), project.lines());
    }

    @Test
    void refuseADeleteThatIsReachedInAnyWay() {
        project.source("class Mover { static Change move(Item item) {"
                        + " java.util.function.Supplier<Change.Delete> made = Change::delete;"
                        + " return made.get().put(item); } }")
                .source(ON_SHOP + "public class M implements ItemMigration { @Override public Change migrate(Item item,"
                        + " RunContext run) { return item.string(\"a\").map(a -> Mover.move(item)).orElseThrow(); } }")
                .source("@Migration(version = 2, table = \"T\") @Writers(addNothing = true) public class Proven"
                        + " implements ItemMigration { @Override public Change.Delete migrate(Item item, RunContext run) {"
                        + " return Change.delete(); } }")
                .compile();

        assertEquals(
                List.of("DM108 Change.delete() cannot know what writers add meanwhile: shop.M. Update the item into a"
                        + " tombstone instead, or add @Writers with versionAttribute, attributes or addNothing."),
                project.lines());
        assertEquals(
                List.of(new MigrationModel.Uses(true, true), new MigrationModel.Uses(true, false)),
                project.discover().migrations().stream()
                        .map(MigrationModel::uses)
                        .toList());
    }
}
