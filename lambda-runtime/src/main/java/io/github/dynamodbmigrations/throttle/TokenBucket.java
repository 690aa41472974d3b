package io.github.dynamodbmigrations.throttle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * A budget that fills steadily, up to one second's worth, and starts empty: a fleet of workers that starts together does
 * not open with a burst. Each request takes its turn for what requests cost of late, so that many waiting threads do not
 * all go at once; what it cost more is a debt that later ones wait for.
 */
public final class TokenBucket implements Budget {
    private static final double NANOS = 1_000_000_000d;
    private static final double SMOOTHING = 0.1;

    private final String name;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private final AdaptiveRate rate;
    private final Meter meter;
    private final List<SegmentBudget> segments = new CopyOnWriteArrayList<>();
    private double filled;
    private double taken;
    private double expected = 1;
    private double underWayUnits;
    private long underWay;
    private double spent;
    private long filledAt;
    private int waiters;
    private long waitingSince;
    private Optional<TransientReason> refusal = Optional.empty();

    TokenBucket(String name, double bound, double startingRate, LongSupplier nanoTime, Pause pause) {
        this.name = name;
        this.nanoTime = nanoTime;
        this.pause = pause;
        this.filledAt = nanoTime.getAsLong();
        this.rate = new AdaptiveRate(bound, startingRate, filledAt);
        this.meter = new Meter(filledAt);
    }

    /**
     * A process's share of a rate.
     *
     * @param name what a waiting worker waits for, for example {@code write budget}
     * @param unitsPerSecond the rate of all processes together
     * @param processes how many buckets share it
     * @param nanoTime a monotonic clock
     * @param pause how to wait
     * @return the bucket
     */
    public static TokenBucket share(
            String name, double unitsPerSecond, int processes, LongSupplier nanoTime, Pause pause) {
        if (!(unitsPerSecond > 0) || processes < 1) {
            throw new IllegalArgumentException("a share of " + unitsPerSecond + " units among " + processes);
        }
        var share = unitsPerSecond / processes;
        return new TokenBucket(name, share, share, nanoTime, pause);
    }

    @Override
    public boolean await(BooleanSupplier isOver) {
        var turn = takeTurn();
        var left = until(turn);
        if (left.isZero()) {
            return true;
        }
        waits();
        try {
            // In steps: the rate may have changed.
            for (; !left.isZero(); left = until(turn)) {
                if (isOver.getAsBoolean()) {
                    giveBack();
                    return false;
                }
                pause.pause(left.compareTo(Pause.LOOK) < 0 ? left : Pause.LOOK);
            }
            return true;
        } finally {
            arrived();
        }
    }

    /** Nothing is requested after all: whoever comes next takes the turn. */
    synchronized void giveBack() {
        filled += endTurn();
    }

    /** The level up to which the bucket must have been filled before the next request may go. */
    synchronized double takeTurn() {
        fill();
        taken += expected;
        underWayUnits += expected;
        underWay++;
        return taken;
    }

    /** How long that still takes, if nothing changes. */
    synchronized Duration until(double turn) {
        var perSecond = fill();
        return turn <= filled ? Duration.ZERO : Duration.ofNanos((long) Math.ceil((turn - filled) / perSecond * NANOS));
    }

    private synchronized void waits() {
        if (waiters++ == 0) {
            waitingSince = filledAt;
        }
    }

    private synchronized void arrived() {
        waiters--;
    }

    @Override
    public synchronized void charge(double units) {
        fill();
        var turn = endTurn();
        // A refused request consumed nothing, and yet was one: its turn is not the next one's, or refusals would
        // hasten.
        filled += units == 0 ? 0 : turn - units;
        spent += units;
        meter.add(filledAt, units);
        if (units > 0) {
            expected += SMOOTHING * (units - expected);
        }
    }

    /** The units of a turn that is over. */
    private double endTurn() {
        var turn = underWay == 0 ? 0 : underWayUnits / underWay;
        underWayUnits -= turn;
        underWay = Math.max(0, underWay - 1);
        return turn;
    }

    private double fill() {
        var now = nanoTime.getAsLong();
        var perSecond = rate.at(now);
        filled = Math.min(taken + Math.max(1, perSecond), filled + (now - filledAt) / NANOS * perSecond);
        filledAt = now;
        return perSecond;
    }

    @Override
    public synchronized void refused(TransientReason reason) {
        if (reason.isThroughput()) {
            fill();
            rate.refused(filledAt, meter.perSecond(filledAt));
            refusal = Optional.of(reason);
        }
    }

    @Override
    public Budget forSegment() {
        return new SegmentBudget(this, nanoTime, pause);
    }

    /** A segment has been slowed down on its own. */
    void slowed(SegmentBudget segment) {
        segments.add(segment);
    }

    @Override
    public synchronized void limit(double unitsPerSecond) {
        fill();
        rate.bound(unitsPerSecond, filledAt);
    }

    @Override
    public synchronized double unitsPerSecond() {
        fill();
        return rate.bound();
    }

    @Override
    public synchronized double usedPerSecond() {
        return meter.perSecond(nanoTime.getAsLong());
    }

    @Override
    public synchronized double spent() {
        return spent;
    }

    @Override
    public Optional<Waiting> waiting() {
        return ownWaiting()
                .or(() -> segments.stream()
                        .map(SegmentBudget::ownWaiting)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private synchronized Optional<Waiting> ownWaiting() {
        if (waiters == 0) {
            return Optional.empty();
        }
        fill();
        var reason = refusal.filter(seen -> rate.isReduced(filledAt))
                .map(TransientReason::text)
                .orElse(name);
        return Optional.of(new Waiting("throttled: " + reason, Duration.ofNanos(filledAt - waitingSince)));
    }
}
