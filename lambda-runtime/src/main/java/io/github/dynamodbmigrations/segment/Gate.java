package io.github.dynamodbmigrations.segment;

/** Holds workers back while operators want them to wait: they end their page where they are, and begin no other. */
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

    /** Whether a page that is under way is to end where it is. */
    default boolean isShut() {
        return false;
    }
}
