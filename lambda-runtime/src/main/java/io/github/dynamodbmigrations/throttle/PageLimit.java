package io.github.dynamodbmigrations.throttle;

/**
 * How many items a page looks at, so that one page costs no more than about a second of the read budget: the budget is
 * charged afterwards, and a page without bounds would take the table away from the application at one stroke.
 */
public final class PageLimit {
    /** A page's writes should take no longer than this, since its checkpoint waits for them. */
    private static final int SECONDS_OF_WRITES = 20;

    private static final double SMOOTHING = 0.2;

    private final int most;
    private final double readUnitsPerSecond;
    private double unitsPerItem = 1;

    /**
     * A limit for one worker.
     *
     * @param most items at most
     * @param reads the read budget
     * @param writes the write budget; every item may cost a unit of it
     */
    public PageLimit(int most, Budget reads, Budget writes) {
        this.most = (int) Math.max(1, Math.min(most, writes.unitsPerSecond() * SECONDS_OF_WRITES));
        this.readUnitsPerSecond = reads.unitsPerSecond();
    }

    /** For the next page. */
    public int next() {
        return (int) Math.max(1, Math.min(most, readUnitsPerSecond / unitsPerItem));
    }

    /**
     * Learns from a page.
     *
     * @param evaluated items looked at
     * @param units consumed
     */
    public void saw(long evaluated, double units) {
        if (evaluated > 0 && units > 0) {
            unitsPerItem += SMOOTHING * (units / evaluated - unitsPerItem);
        }
    }
}
