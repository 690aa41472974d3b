package io.github.dynamodbmigrations.throttle;

/**
 * A rate that falls by a quarter when DynamoDB refuses a request, once in a second, and grows again by a hundredth of its
 * bound each second. Not safe for use by several threads.
 */
final class AdaptiveRate {
    private static final double NANOS = 1_000_000_000d;
    private static final double GROWTH = 0.01;
    private static final double FALL = 0.75;
    private static final double LEAST = 0.01;

    private double bound;
    private double rate;
    private long changedAt;
    private long fellAt;
    private boolean hasFallen;

    AdaptiveRate(double bound, double rate, long now) {
        this.bound = bound;
        this.rate = Math.min(bound, rate);
        this.changedAt = now;
    }

    /** Units per second now. */
    double at(long now) {
        rate = Math.min(bound, rate + bound * GROWTH * (now - changedAt) / NANOS);
        changedAt = now;
        return rate;
    }

    /** Another bound; the rate keeps its share of it. */
    void bound(double next, long now) {
        rate = at(now) / bound * next;
        bound = next;
    }

    double bound() {
        return bound;
    }

    /** Whether refusals keep it below its bound. */
    boolean isReduced(long now) {
        return at(now) < bound;
    }

    /**
     * Falls. All that is under way at that moment is refused together, which says no more than one refusal does.
     *
     * @param used what was used per second, of which less has to be used: the rate may not have been used up
     */
    void refused(long now, double used) {
        if (hasFallen && now - fellAt < NANOS) {
            return;
        }
        var present = at(now);
        rate = Math.max(bound * LEAST, FALL * (used > 0 ? Math.min(present, used) : present));
        fellAt = now;
        hasFallen = true;
    }
}
