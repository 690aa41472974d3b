package io.github.dynamodbmigrations.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dynamodbmigrations.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"SplitFullName", "splitFullName", "split-full-name", "split full name", " split_full.name "})
    void isTheSameHoweverItIsWritten(String text) {
        assertEquals("SplitFullName", MigrationName.of(text).camel());
        assertEquals("Split full name", MigrationName.of(text).sentence());
    }

    @ParameterizedTest
    @CsvSource({
        "AddTTL, AddTTL, Add TTL",
        "fix XMLImports, FixXMLImports, Fix XML imports",
        "v2 orders, V2Orders, V2 orders",
        "add2ndEmail, Add2ndEmail, Add2nd email"
    })
    void keepsAbbreviations(String text, String camel, String sentence) {
        assertEquals(camel, MigrationName.of(text).camel());
        assertEquals(sentence, MigrationName.of(text).sentence());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2names", "Größe", "a;b", "../x", "-x"})
    void refusesWhatMakesNoClassName(String text) {
        assertEquals(
                "DM501 the name '" + text
                        + "' makes no class name: parameter <name>. Begin with a letter and use letters,"
                        + " digits, spaces and hyphens, at most 80 in all: -Dname=SplitFullName.",
                assertThrows(ProblemException.class, () -> MigrationName.of(text))
                        .getMessage());
    }

    @Test
    void refusesAVersionInTheName() {
        assertEquals(
                "DM501 the name 'V0007_Split' begins with a version: parameter <name>. Leave it out: the next version is"
                        + " added, or say -Dversion=<n>.",
                assertThrows(ProblemException.class, () -> MigrationName.of("V0007_Split"))
                        .getMessage());
    }
}
