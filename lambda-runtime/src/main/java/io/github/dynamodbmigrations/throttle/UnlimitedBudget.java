package io.github.dynamodbmigrations.throttle;

import java.util.Optional;

/** A budget without bounds. */
final class UnlimitedBudget implements Budget {
    @Override
    public void await() {}

    @Override
    public void charge(double units) {}

    @Override
    public void refused(TransientReason reason) {}

    @Override
    public double unitsPerSecond() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public Optional<Waiting> waiting() {
        return Optional.empty();
    }
}
