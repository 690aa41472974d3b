package io.github.dynamodbmigrations.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void alignsWordsToTheLeftAndNumbersToTheRight() {
        var table = new TextTable("version", "description", "updated")
                .add("1", "Add currency", "12,000")
                .add("10", "Split", "0");
        assertEquals(
                List.of(
                        "version  description   updated", //
                        "      1  Add currency   12,000",
                        "     10  Split               0"),
                table.lines());
    }

    @Test
    void refusesALineThatDoesNotFitItsHeadings() {
        assertThrows(IllegalArgumentException.class, () -> new TextTable("one").add("1", "2"));
    }
}
