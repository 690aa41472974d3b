package io.github.dynamodbmigrations.segment;

/** Says whether the lock that a worker works under is still held. */
@FunctionalInterface
public interface Fence {
    /** A lock that cannot be lost. */
    Fence NONE = () -> {};

    /**
     * Asked before each request.
     *
     * @throws io.github.dynamodbmigrations.MigrationException if the lock is lost or in doubt
     */
    void check();
}
