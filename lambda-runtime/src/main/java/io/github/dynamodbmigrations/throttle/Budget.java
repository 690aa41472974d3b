package io.github.dynamodbmigrations.throttle;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Capacity units that may be used. Each request waits for it before it is made, and is charged afterwards with what it
 * consumed, so that it may go into debt. Safe for use by several threads.
 */
public interface Budget {
    /** No bounds. */
    Budget UNLIMITED = new UnlimitedBudget();

    /**
     * Waits until a request may be made, or need not be made any more.
     *
     * @param isOver whether to give up; asked a few times a second
     * @return whether it may be made; if not, its turn is given back
     */
    boolean await(BooleanSupplier isOver);

    /**
     * Charges what a request consumed. Asked once after each wait that ended with a request, also with nothing.
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

    /** The part of it that the worker of one segment uses; that one alone slows down when its key range is exhausted. */
    Budget forSegment();

    /**
     * Changes the bounds.
     *
     * @param unitsPerSecond how much may be used from now on
     */
    void limit(double unitsPerSecond);

    /** Units per second that are to be used at most; infinite if there are no bounds. */
    double unitsPerSecond();

    /** Units per second that were used in the last seconds. */
    double usedPerSecond();

    /** All units that were charged. */
    double spent();

    /** What a thread now waits for; empty if none waits. */
    Optional<Waiting> waiting();
}
