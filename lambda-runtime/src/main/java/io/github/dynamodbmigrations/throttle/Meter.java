package io.github.dynamodbmigrations.throttle;

/** How much was used lately, second by second. Not safe for use by several threads. */
final class Meter {
    private static final long SECOND = 1_000_000_000L;
    private static final int SECONDS = 10;

    private final double[] used = new double[SECONDS];
    private final long begun;
    private long second;

    Meter(long now) {
        this.begun = now;
    }

    void add(long now, double units) {
        move(now);
        used[slot(second)] += units;
    }

    /** Units per second over the last seconds that are over, ten at most; nothing in the first second. */
    double perSecond(long now) {
        move(now);
        var whole = (int) Math.min(SECONDS - 1, second);
        var sum = 0.0;
        for (var back = 1; back <= whole; back++) {
            sum += used[slot(second - back)];
        }
        return whole == 0 ? 0 : sum / whole;
    }

    private void move(long now) {
        var current = (now - begun) / SECOND;
        for (var skipped = Math.max(second + 1, current - SECONDS + 1); skipped <= current; skipped++) {
            used[slot(skipped)] = 0;
        }
        second = Math.max(second, current);
    }

    private static int slot(long second) {
        return (int) (second % SECONDS);
    }
}
