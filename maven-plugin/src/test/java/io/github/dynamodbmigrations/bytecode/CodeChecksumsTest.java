package io.github.dynamodbmigrations.bytecode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.dynamodbmigrations.discovery.TestProject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
final class CodeChecksumsTest {
    private static final String EVERYTHING = "V0001_Everything.java";
    private static final String TOTALS = "Totals.java";

    private final Path directory;
    private final Sums unchanged;
    private int projects;

    CodeChecksumsTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.unchanged = compile(fixture(EVERYTHING), fixture(TOTALS));
    }

    private record Sums(String own, String reached, String text) {}

    private static String fixture(String name) throws IOException {
        try (InputStream in = CodeChecksumsTest.class.getResourceAsStream("/checksums/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }

    private TestProject project(String everything, String totals) {
        return new TestProject(directory.resolve("project" + projects++))
                .source(everything)
                .source(totals);
    }

    private Sums compile(String everything, String totals, String... options) {
        return sumsOf(project(everything, totals).compile(options).classes());
    }

    private Sums compileBy(Path jdk, String option) throws Exception {
        var project = project(fixture(EVERYTHING), fixture(TOTALS));
        var command = new ArrayList<String>(List.of(Jdks.compiler(jdk).toString(), "--release", "17", "-nowarn"));
        command.addAll(List.of(option, "-d", project.classes().toString(), "-cp", project.classPath()));
        command.addAll(project.sourceFiles());
        var javac = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(javac.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, javac.waitFor(), output);
        return sumsOf(project.classes());
    }

    private static Sums sumsOf(Path classes) {
        try (var index = ClassIndex.read(List.of(classes), List.of())) {
            var file = index.projectClass("shop/V0001_Everything").orElseThrow();
            var reached = new ReachedClasses(index).from(file).values();
            var checksums = new CodeChecksums(index);
            return new Sums(
                    checksums.own(file), checksums.reached(file, reached), checksums.textOf(index.withNested(file)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none", "-parameters"})
    void areEqualWithWhateverDebugInformation(String option) throws Exception {
        var other = compile(fixture(EVERYTHING), fixture(TOTALS), option);

        assertEquals(unchanged.text(), other.text());
        assertEquals(unchanged, other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none", "-g:lines"})
    void areEqualForCompilersOfDifferentVersions(String option) throws Exception {
        var another = Jdks.another();
        if (another.isEmpty()) {
            System.out.println(
                    "NOT COMPARED: checksums of JDK " + Runtime.version().feature()
                            + " with those of another JDK, since none was found; set JAVA25_HOME");
            if ("true".equals(System.getenv("CI"))) {
                fail("no second JDK");
            }
            return;
        }
        var other = compileBy(another.get(), option);

        assertEquals(unchanged.text(), other.text());
        assertEquals(unchanged, other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "total += each;                       | total -= each;",
                "return \"blue\";                      | return \"Blue\";",
                "case RED -> 1;                       | case RED -> 11;",
                "case \"c\" ->                         | case \"C\" ->",
                "private int counter;                 | private transient int counter;",
                "filter = \"attribute_exists(total)\"  | filter = \"attribute_exists(tax)\"",
                "@Throttle(writeUnits = 10)           | @io.github.dynamodbmigrations.Guard(io.github.dynamodbmigrations.Guard.Mode.ITEM)",
                "version = 1, table = \"Shop\"         | version = 1, table = \"Other\"",
                "map(text -> text.trim())             | map(text -> text.strip())",
                "return mid + zeta + alpha            | return mid + alpha + zeta",
                "compareTo(zeta + right)              | compareTo(right + zeta)",
                "enum Color { RED, GREEN, BLUE }      | enum Color { GREEN, RED, BLUE }",
                "record Square(long side)             | record Square(int side)",
                "NumberFormatException                | IllegalStateException",
                "synchronized <T extends              | <T extends",
                "int one = 1;                         | int one = 2;",
                "100_000                              | 100_001",
                "put(\"small\", 1);                    | put(\"small\", 2);",
            })
    void changeWithEveryMeaningOfTheClass(String before, String after) throws Exception {
        assertTrue(fixture(EVERYTHING).contains(before), before);
        var changed = compile(fixture(EVERYTHING).replace(before, after), fixture(TOTALS));

        assertNotEquals(unchanged.own(), changed.own());
        assertEquals(unchanged.reached(), changed.reached());
    }

    @Test
    void tellChangesOfReachedClassesApart() throws Exception {
        var changed = compile(fixture(EVERYTHING), fixture(TOTALS).replace("text + 1", "text + 2"));

        assertEquals(unchanged.own(), changed.own());
        assertNotEquals(unchanged.reached(), changed.reached());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int total = 0;                       | // from nothing",
                "description = \"Everything\"         | description = \"All\", deploymentTimeout = 7, onChange = io.github.dynamodbmigrations.OnChange.REAPPLY",
                "@Throttle(writeUnits = 10)           | @Throttle(readUnits = 3) @io.github.dynamodbmigrations.Grants(policyFile = \"p.json\")",
                "Object numbers(Object object)        | Object numbers(final Object object)",
                "import java.util.concurrent.TimeUnit;| import java.util.concurrent.TimeUnit; import java.util.Set;",
            })
    void bearEditsWithoutMeaning(String before, String after) throws Exception {
        assertTrue(fixture(EVERYTHING).contains(before), before);
        var edited = after.startsWith("//") ? before + after + "\n" : after;

        var changed = compile(fixture(EVERYTHING).replace(before, edited), fixture(TOTALS));

        assertEquals(unchanged, changed);
    }

    @Test
    void bearOtherNamesOfLocalVariablesAndAnotherOrderOfMembers() throws Exception {
        var fixture = fixture(EVERYTHING);
        var member = fixture.substring(fixture.indexOf("    int failing("), fixture.indexOf("    int loops("));
        var reordered = fixture.replace(member, "").replace("    String concat(", member + "    String concat(");
        var renamed = reordered.replaceAll("\\bgreatest\\b(?!\\()", "most");

        assertEquals(unchanged, compile(renamed, fixture(TOTALS)));
    }
}
