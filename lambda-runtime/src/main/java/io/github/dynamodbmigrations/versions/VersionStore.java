package io.github.dynamodbmigrations.versions;

import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.Holding;
import java.util.Optional;

/** What the version machine remembers, beside what its runs record themselves. */
public interface VersionStore {
    /**
     * Remembers what a stack registers, in place of what it registered before.
     *
     * @param stack the unique part of the stack's id
     * @param text what it registers
     */
    void register(String stack, String text);

    /**
     * What a stack has registered.
     *
     * @param stack the unique part of the stack's id
     * @return the text, if there is one
     */
    Optional<String> registered(String stack);

    /**
     * Remembers why an execution ends before it has a run; what was said first counts.
     *
     * @param execution the execution's name
     * @param cause why
     */
    void refused(String execution, Cause cause);

    /**
     * Why an execution ended before it had a run.
     *
     * @param execution the execution's name
     * @return why, if it is known
     */
    Optional<Cause> refusal(String execution);

    /**
     * Records that the user's function has brought the data to a version, which becomes the current one. Versions up to it
     * count as applied without a run from then on.
     *
     * @param holding the lock
     * @param end the end
     * @throws io.github.dynamodbmigrations.MigrationException if the lock was lost or the version is another one than before
     */
    void succeeded(Holding holding, VersionEnd end);

    /**
     * Records an end without success; the version stays. Without the lock the current status stays, too: it is that of
     * whoever holds it.
     *
     * @param holding the lock, if it could be had
     * @param end the end
     */
    void failed(Optional<Holding> holding, VersionEnd end);
}
