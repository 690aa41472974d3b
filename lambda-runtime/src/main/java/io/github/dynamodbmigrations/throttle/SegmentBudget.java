package io.github.dynamodbmigrations.throttle;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the worker of one segment may use of a shared budget. A segment is a range of keys, so that one partition serves it:
 * when that one has no more to give, only this worker slows down.
 */
final class SegmentBudget implements Budget {
    /** How far it may grow again beyond what was refused: enough to find out that the partition was split. */
    private static final double ROOM = 2;

    private static final double FALL = 0.75;

    private final TokenBucket shared;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private final Meter meter;
    private double spent;
    private volatile @Nullable TokenBucket own;

    SegmentBudget(TokenBucket shared, LongSupplier nanoTime, Pause pause) {
        this.shared = shared;
        this.nanoTime = nanoTime;
        this.pause = pause;
        this.meter = new Meter(nanoTime.getAsLong());
    }

    @Override
    public boolean await(BooleanSupplier isOver) {
        var mine = own;
        if (mine != null && !mine.await(isOver)) {
            return false;
        }
        if (shared.await(isOver)) {
            return true;
        }
        if (mine != null) {
            mine.giveBack();
        }
        return false;
    }

    @Override
    public void charge(double units) {
        var mine = own;
        if (mine != null) {
            mine.charge(units);
        }
        synchronized (this) {
            spent += units;
            meter.add(nanoTime.getAsLong(), units);
        }
        shared.charge(units);
    }

    @Override
    public void refused(TransientReason reason) {
        if (reason == TransientReason.KEY_RANGE) {
            slowDown();
        } else {
            shared.refused(reason);
        }
    }

    private synchronized void slowDown() {
        var mine = own;
        if (mine != null) {
            mine.refused(TransientReason.KEY_RANGE);
            return;
        }
        var used = meter.perSecond(nanoTime.getAsLong());
        var refused = used > 0 ? used : shared.unitsPerSecond();
        own = new TokenBucket(TransientReason.KEY_RANGE.text(), ROOM * refused, FALL * refused, nanoTime, pause);
        shared.slowed(this);
    }

    /** The bucket of a segment that was slowed down. */
    Optional<TokenBucket> own() {
        return Optional.ofNullable(own);
    }

    Optional<Waiting> ownWaiting() {
        return own().flatMap(TokenBucket::waiting);
    }

    @Override
    public Budget forSegment() {
        return this;
    }

    @Override
    public void limit(double unitsPerSecond) {
        shared.limit(unitsPerSecond);
    }

    @Override
    public double unitsPerSecond() {
        var whole = shared.unitsPerSecond();
        var mine = own;
        return mine == null ? whole : Math.min(whole, mine.unitsPerSecond());
    }

    @Override
    public double usedPerSecond() {
        return shared.usedPerSecond();
    }

    @Override
    public synchronized double spent() {
        return spent;
    }

    @Override
    public Optional<Waiting> waiting() {
        return ownWaiting().or(shared::waiting);
    }
}
