package io.github.dynamodbmigrations.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which versions there are to reach. */
final class LocalVersionsTest {
    private static final List<Long> KNOWN = List.of(3L, 1L, 7L);

    @Test
    void theNewestAndAllBelowIt() {
        assertEquals(List.of(1L, 3L, 7L), LocalVersions.upTo(Optional.empty(), 0, KNOWN));
    }

    @Test
    void aTargetAndWhatIsEmittedBelowIt() {
        assertEquals(List.of(1L, 3L), LocalVersions.upTo(Optional.of(3L), 0, KNOWN));
        assertEquals(List.of(3L, 7L), LocalVersions.upTo(Optional.empty(), 2, KNOWN));
        assertEquals(List.of(7L), LocalVersions.upTo(Optional.of(7L), 9, KNOWN));
    }

    @Test
    void aTargetWithoutAClass() {
        assertEquals(List.of(1L, 3L, 5L), LocalVersions.upTo(Optional.of(5L), 0, KNOWN));
        assertEquals(List.of(), LocalVersions.upTo(Optional.empty(), 0, List.of()));
    }
}
