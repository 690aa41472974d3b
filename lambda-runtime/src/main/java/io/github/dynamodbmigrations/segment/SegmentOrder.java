package io.github.dynamodbmigrations.segment;

import java.util.List;
import java.util.stream.IntStream;

/**
 * In which order segments are walked. Neighbours lie in one partition, which serves only so much: whichever segments are
 * next to each other in this order are far apart in the table: first every second one, of these first every fourth one, and
 * so on.
 */
public final class SegmentOrder {
    private SegmentOrder() {}

    /**
     * All segments, each once.
     *
     * @param total how many there are
     * @return their numbers
     */
    public static List<Integer> of(int total) {
        return IntStream.range(0, total)
                .boxed()
                .sorted((one, other) -> Integer.compareUnsigned(Integer.reverse(one), Integer.reverse(other)))
                .toList();
    }

    /**
     * Those of one of several workers.
     *
     * @param total how many segments there are
     * @param worker which worker, zero-based
     * @param workers how many
     * @return their numbers
     */
    public static IntStream of(int total, int worker, int workers) {
        var order = of(total);
        return IntStream.iterate(worker, place -> place < total, place -> place + workers)
                .map(order::get);
    }
}
