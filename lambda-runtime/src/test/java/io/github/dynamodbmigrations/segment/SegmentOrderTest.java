package io.github.dynamodbmigrations.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SegmentOrderTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 80, 1_000, 10_000})
    void namesEachSegmentOnce(int total) {
        assertEquals(
                IntStream.range(0, total).boxed().toList(),
                SegmentOrder.of(total).stream().sorted().toList());
        assertEquals(
                IntStream.range(0, total).boxed().toList(),
                IntStream.range(0, 3)
                        .flatMap(worker -> SegmentOrder.of(total, worker, 3))
                        .sorted()
                        .boxed()
                        .toList());
    }

    @Test
    void spreadsWhatIsWalkedAtTheSameTimeOverTheTable() {
        var atOnce = SegmentOrder.of(80).subList(0, 40);
        for (var partition = 0; partition < 40; partition++) {
            var first = 2 * partition;
            var both = atOnce.stream()
                    .filter(segment -> segment == first || segment == first + 1)
                    .count();
            assertTrue(both <= 1, "partition " + partition + " would serve " + both + " workers");
        }
    }
}
