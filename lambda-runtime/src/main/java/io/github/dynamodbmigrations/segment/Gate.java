package io.github.dynamodbmigrations.segment;

/** Holds workers back before their next page while operators want them to wait. */
@FunctionalInterface
public interface Gate {
    /** One that is never shut. */
    Gate OPEN = deadline -> {};

    /**
     * Returns when the next page may begin, or the deadline is reached.
     *
     * @param deadline when to come to an end
     */
    void await(Deadline deadline);
}
