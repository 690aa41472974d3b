package io.github.dynamodbmigrations.bench;

/**
 * One line of the table of results.
 *
 * @param bytesPerItem how large the items are
 * @param percent of the items that a pass changes
 * @param segments into which the table is divided
 */
record Shape(int bytesPerItem, int percent, int segments) {
    static final int PAGE_ITEMS = 250;
    static final int IN_FLIGHT = 8;
    private static final int MOST_WORKERS = 4;

    int workers() {
        return Math.min(MOST_WORKERS, segments);
    }

    /** The items of these buckets are changed. */
    int buckets() {
        return percent * BenchTable.BUCKETS / 100;
    }

    @Override
    public String toString() {
        return "%,6d B  %3d %%  %2d segments".formatted(bytesPerItem, percent, segments);
    }
}
