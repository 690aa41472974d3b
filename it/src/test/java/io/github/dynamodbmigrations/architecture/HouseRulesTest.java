package io.github.dynamodbmigrations.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {
    private static final String ROOT = "io.github.dynamodbmigrations";
    private static final String PLANTED = ROOT + ".architecture.planted";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses PLANTED_CLASSES = new ClassFileImporter().importPackages(PLANTED);

    @TestFactory
    Stream<DynamicTest> theHouseKeeps() {
        return HouseRules.of(ROOT).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(HOUSE)));
    }

    @TestFactory
    Stream<DynamicTest> onlyThePlantedViolationBreaks() {
        return HouseRules.of(PLANTED).keySet().stream()
                .map(rule ->
                        DynamicTest.dynamicTest(rule, () -> assertEquals(Set.of(rule), brokenBy(plantedFor(rule)))));
    }

    @Test
    void theHouseIsFound() {
        var names = HOUSE.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertTrue(names.containsAll(Set.of(ROOT, ROOT + ".model", ROOT + ".maven")), () -> "found only " + names);
    }

    private JavaClasses plantedFor(String rule) {
        return PLANTED_CLASSES.that(DescribedPredicate.describe(
                "break it",
                type -> type.isAnnotatedWith(Breaks.class)
                        && type.getAnnotationOfType(Breaks.class).value().equals(rule)));
    }

    private static Set<String> brokenBy(JavaClasses classes) {
        return HouseRules.of(PLANTED).entrySet().stream()
                .filter(rule -> isBroken(rule.getValue(), classes))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isBroken(ArchRule rule, JavaClasses classes) {
        return rule.allowEmptyShould(true).evaluate(classes).hasViolation();
    }
}
