package io.github.dynamodbmigrations.throttle;

import java.util.Optional;

/**
 * Capacity units that may be used. Requests wait for it before they are made, and are charged afterwards with what they
 * consumed, so that it may go into debt. Safe for use by several threads.
 */
public interface Budget {
    /** No bounds. */
    Budget UNLIMITED = new UnlimitedBudget();

    /** Waits until something may be used. */
    void await();

    /**
     * Charges what a request consumed.
     *
     * @param units as DynamoDB reported them
     */
    void charge(double units);

    /**
     * Hears that DynamoDB refused a request, so that a budget can become smaller.
     *
     * @param reason why
     */
    void refused(TransientReason reason);

    /** Units per second that are to be used at most; infinite if there are no bounds. */
    double unitsPerSecond();

    /** What a thread now waits for; empty if none waits. */
    Optional<Waiting> waiting();
}
