package io.github.dynamodbmigrations.throttle;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A budget without bounds. */
final class UnlimitedBudget implements Budget {
    @Override
    public boolean await(BooleanSupplier isOver) {
        return true;
    }

    @Override
    public void charge(double units) {}

    @Override
    public void refused(TransientReason reason) {}

    @Override
    public Budget forSegment() {
        return this;
    }

    @Override
    public void limit(double unitsPerSecond) {}

    @Override
    public double unitsPerSecond() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double usedPerSecond() {
        return 0;
    }

    @Override
    public double spent() {
        return 0;
    }

    @Override
    public Optional<Waiting> waiting() {
        return Optional.empty();
    }
}
