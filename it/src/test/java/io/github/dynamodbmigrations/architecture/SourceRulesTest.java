package io.github.dynamodbmigrations.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SourceRulesTest {
    private static final Pattern MAIN_SOURCE = Pattern.compile("([^/]+)/src/main/java/(.+)/[^/]+\\.java");

    @Test
    void noFileIsLongerThan400Lines() {
        // The page of problems has a section per code, and is compared with them.
        assertNone(Repository.files(".java", ".py", ".sh", ".groovy", ".md", "it/verify", "it/bench-package")
                .filter(file -> !file.equals("docs/problems.md"))
                .filter(file -> SourceRules.lines(Repository.text(file)) > SourceRules.LONGEST_FILE));
    }

    @Test
    void noGoalAndNothingCommonToGoalsHasMoreThan45LinesOfCode() {
        assertNone(Repository.files("Mojo.java")
                .filter(file -> file.contains("/src/main/"))
                .filter(file -> SourceRules.linesOfCode(Repository.text(file)) > SourceRules.LONGEST_MOJO));
    }

    @Test
    void noGoalIsLongerThan80LinesInAll() {
        var goals = Repository.files("Mojo.java")
                .filter(file -> file.contains("/src/main/") && !file.contains("/Abstract"))
                .toList();
        assertFalse(goals.isEmpty());
        assertNone(goals.stream().filter(file -> SourceRules.lines(Repository.text(file)) > SourceRules.LONGEST_GOAL));
    }

    @Test
    void noFileNamesARegistryOrAPlaceOnAMachine() {
        assertNone(Repository.files().stream()
                .filter(file -> !file.endsWith(".gz"))
                .flatMap(file ->
                        SourceRules.places(Repository.text(file)).stream().map(place -> file + ": " + place)));
    }

    @Test
    void noPomDefinesAPropertyTwice() {
        assertNone(Repository.files("pom.xml")
                .filter(file ->
                        !SourceRules.doubledProperties(Repository.text(file)).isEmpty()));
    }

    @Test
    void aPackageLivesInOneModule() {
        assertEquals(Set.of(), SourceRules.sharedPackages(packagesByModule()));
    }

    @Test
    void everyPackageIsNullMarkedAndDescribed() {
        assertNone(packagesByModule().entrySet().stream()
                .flatMap(module -> module.getValue().stream()
                        .map(name ->
                                module.getKey() + "/src/main/java/" + name.replace('.', '/') + "/package-info.java"))
                .filter(file -> !Repository.files().contains(file)
                        || !Pattern.compile("/\\*\\*.+\\*/\\s*@NullMarked", Pattern.DOTALL)
                                .matcher(Repository.text(file))
                                .find()));
    }

    @Test
    void noViolationIsFrozen() {
        assertNone(Repository.files().stream()
                .filter(file -> file.contains("archunit_store") || file.endsWith("archunit.properties")));
    }

    private static Map<String, Set<String>> packagesByModule() {
        var packages = new TreeMap<String, Set<String>>();
        Repository.files(".java")
                .map(MAIN_SOURCE::matcher)
                .filter(found -> found.matches())
                .forEach(found -> packages.computeIfAbsent(found.group(1), module -> new TreeSet<>())
                        .add(found.group(2).replace('/', '.')));
        assertTrue(packages.size() >= 3, () -> "found only " + packages.keySet());
        return packages;
    }

    private static void assertNone(Stream<String> violations) {
        assertEquals(List.of(), violations.collect(Collectors.toList()));
    }

    @Nested
    class CanFail {
        @Test
        void onALongFile() {
            assertEquals(401, SourceRules.lines("x\n".repeat(401)));
        }

        @Test
        void onAMojoButNotForItsComments() {
            var mojo = """
                    package a;
                    import b.C;

                    /**
                     * Words.
                     */
                    class A {
                        int b; // words
                    }
                    """;
            assertEquals(3, SourceRules.linesOfCode(mojo));
        }

        @Test
        void onPlaces() {
            var text = "see https://" + "repo1" + ".maven.org/x and cd /"
                    + "root/x, but not http://maven.apache.org/POM or a/home/b";
            assertEquals(List.of("repo1" + ".maven", "/" + "root/x"), SourceRules.places(text));
        }

        @Test
        void onADoubledProperty() {
            var pom = "<properties><a>1</a><b>1</b><a>2</a></properties><other><b>2</b></other>";
            assertEquals(Set.of("a"), SourceRules.doubledProperties(pom));
        }

        @Test
        void onASharedPackage() {
            assertEquals(Set.of("p"), SourceRules.sharedPackages(Map.of("a", Set.of("p", "q"), "b", Set.of("p"))));
        }
    }
}
