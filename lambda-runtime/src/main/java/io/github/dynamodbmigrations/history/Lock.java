package io.github.dynamodbmigrations.history;

import java.time.Duration;
import java.util.Optional;

/** The lock of a history (protocols, P3). Every change is conditional on what the caller knows of it. */
public interface Lock {
    /** The lock as it stands: also who to ask, and what {@code unlock} shows. */
    LockState read();

    /**
     * Takes the lock if it still stands as it was seen, which the caller has judged to be free or abandoned. An abandoned
     * one becomes unclean.
     *
     * @param seen the lock as it was read
     * @param owner who takes it
     * @param lease how long the nonce may stand still while the owner lives
     * @param longestLife how long requests of the owner's workers may still be under way after it was last seen
     * @return the holding; empty if somebody else was quicker
     */
    Optional<Holding> take(LockState seen, Owner owner, Duration lease, Duration longestLife);

    /**
     * Shows that the holder lives.
     *
     * @param holding what to show it for
     * @return whether the lock is still held
     */
    boolean renew(Holding holding);

    /**
     * Says what the holder works on, beside starting or resuming it: what is under way when it goes missing.
     *
     * @param holding the lock
     * @param work what it works on
     */
    void workOn(Holding holding, Work work);

    /**
     * Marks the lock as unclean: a worker that had not let go of its segment was found missing.
     *
     * @param holding under which it was found
     * @param missing what it worked on, and how long it may still live
     */
    void markUnclean(Holding holding, LockState.Unclean missing);

    /**
     * Says that the missing worker's longest life is over.
     *
     * @param holding under which that was waited for
     * @param seen what was waited for
     */
    void clean(Holding holding, LockState.Unclean seen);

    /**
     * Lets go; changes nothing if the lock was lost.
     *
     * @param holding what to let go of
     */
    void release(Holding holding);
}
