package io.github.dynamodbmigrations.throttle;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A budget that fills steadily, up to one second's worth, and starts empty: a fleet of workers that starts together does
 * not open with a burst.
 */
public final class TokenBucket implements Budget {
    private static final double NANOS = 1_000_000_000d;

    private final String reason;
    private final double unitsPerSecond;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private double balance;
    private long filledAt;
    private int waiters;
    private long waitingSince;

    private TokenBucket(String reason, double unitsPerSecond, LongSupplier nanoTime, Pause pause) {
        this.reason = reason;
        this.unitsPerSecond = unitsPerSecond;
        this.nanoTime = nanoTime;
        this.pause = pause;
        this.filledAt = nanoTime.getAsLong();
    }

    /**
     * A worker's share of a rate.
     *
     * @param reason what a waiting worker waits for, for example {@code write budget}
     * @param unitsPerSecond the rate of all workers together
     * @param workers how many buckets share it
     * @param nanoTime a monotonic clock
     * @param pause how to wait
     * @return the bucket
     */
    public static TokenBucket share(
            String reason, double unitsPerSecond, int workers, LongSupplier nanoTime, Pause pause) {
        if (!(unitsPerSecond > 0) || workers < 1) {
            throw new IllegalArgumentException("a share of " + unitsPerSecond + " units among " + workers);
        }
        return new TokenBucket(reason, unitsPerSecond / workers, nanoTime, pause);
    }

    @Override
    public void await() {
        var missing = missing(true);
        if (missing.isZero()) {
            return;
        }
        try {
            while (!missing.isZero()) {
                pause.pause(missing);
                missing = missing(false);
            }
        } finally {
            arrived();
        }
    }

    /** How long it takes until something may be used; the first question of a caller who has to wait counts it in. */
    private synchronized Duration missing(boolean first) {
        fill();
        if (balance > 0) {
            return Duration.ZERO;
        }
        if (first && waiters++ == 0) {
            waitingSince = filledAt;
        }
        // One unit more than the debt: with less, a bucket of a slow rate would be asked again and again.
        var units = Math.min(1, unitsPerSecond) - balance;
        return Duration.ofNanos((long) Math.ceil(units / unitsPerSecond * NANOS));
    }

    private synchronized void arrived() {
        waiters--;
    }

    @Override
    public synchronized void charge(double units) {
        fill();
        balance -= units;
    }

    private void fill() {
        var now = nanoTime.getAsLong();
        balance = Math.min(Math.max(1, unitsPerSecond), balance + (now - filledAt) / NANOS * unitsPerSecond);
        filledAt = now;
    }

    /** Part of a budget that reacts; this one's rate is fixed. */
    @Override
    public void refused(TransientReason refusal) {}

    @Override
    public double unitsPerSecond() {
        return unitsPerSecond;
    }

    @Override
    public synchronized Optional<Waiting> waiting() {
        return waiters == 0
                ? Optional.empty()
                : Optional.of(new Waiting(reason, Duration.ofNanos(nanoTime.getAsLong() - waitingSince)));
    }
}
