package io.github.dynamodbmigrations.throttle;

/**
 * How many items a page looks at, so that one page costs no more than about a second of the read budget and four of the
 * write budget: budgets are charged afterwards, a page without bounds would take the table away from the application at one
 * stroke, and a page's checkpoint waits for its writes.
 */
public final class PageLimit {
    private static final double SECONDS_OF_WRITES = 4;
    private static final double SMOOTHING = 0.2;

    private final int most;
    private final Budget reads;
    private final Budget writes;
    private final int sharing;
    private final Cost readCost = new Cost(1);
    /** More than usual, until it is known: the first page of large items must not take minutes. */
    private final Cost writeCost = new Cost(10);

    /**
     * A limit for one worker.
     *
     * @param most items at most
     * @param reads the read budget
     * @param writes the write budget
     * @param sharing how many workers share these budgets
     */
    public PageLimit(int most, Budget reads, Budget writes, int sharing) {
        this.most = most;
        this.reads = reads;
        this.writes = writes;
        this.sharing = sharing;
    }

    /** For the next page. */
    public int next() {
        var readable = reads.unitsPerSecond() / sharing / readCost.perItem;
        var writable = writes.unitsPerSecond() / sharing * SECONDS_OF_WRITES / writeCost.perItem;
        return (int) Math.max(1, Math.min(most, Math.min(readable, writable)));
    }

    /**
     * Learns what reading a page cost.
     *
     * @param evaluated items looked at
     * @param units consumed
     */
    public void read(long evaluated, double units) {
        readCost.learn(evaluated, units);
    }

    /**
     * Learns what writing a page's items cost.
     *
     * @param evaluated items looked at
     * @param units consumed
     */
    public void wrote(long evaluated, double units) {
        writeCost.learn(evaluated, units);
    }

    /** Units per item, of late. */
    private static final class Cost {
        private static final double LEAST = 0.001;

        private double perItem;
        private boolean isKnown;

        Cost(double assumed) {
            this.perItem = assumed;
        }

        void learn(long evaluated, double units) {
            if (evaluated == 0) {
                return;
            }
            var seen = units / evaluated;
            perItem = Math.max(LEAST, isKnown ? perItem + SMOOTHING * (seen - perItem) : seen);
            isKnown = true;
        }
    }
}
