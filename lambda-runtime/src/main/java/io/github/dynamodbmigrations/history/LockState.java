package io.github.dynamodbmigrations.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The lock as it stands in the history.
 *
 * @param epoch one more with every acquisition, never reset; 0 before the first
 * @param holder who holds it
 * @param unclean what a missing worker may still be writing
 */
public record LockState(long epoch, Optional<Holder> holder, Optional<Unclean> unclean) {
    /** Before anyone held it. */
    public static final LockState NEVER_HELD = new LockState(0, Optional.empty(), Optional.empty());

    /**
     * Who holds the lock.
     *
     * @param owner the holder
     * @param nonce another one with every heartbeat
     * @param lease how long the nonce may stand still while the holder lives
     * @param longestLife how long a request of the holder's workers may still be under way after it was last seen
     * @param since when it was acquired, by the holder's own clock: for people only
     * @param work what it works on, once it has begun
     */
    public record Holder(
            Owner owner, String nonce, Duration lease, Duration longestLife, Instant since, Optional<Work> work) {}

    /**
     * A worker went missing without letting go: only the same run with the same code may go on at once.
     *
     * @param mark made when it was noticed
     * @param longestLife how long from then on requests may still be under way
     * @param work what they belong to
     */
    public record Unclean(String mark, Duration longestLife, Work work) {}

    /** Whether a holding is the one that now has the lock. */
    public boolean isHeldBy(Holding holding) {
        return epoch == holding.epoch()
                && holder.filter(it -> it.owner().equals(holding.owner())).isPresent();
    }

    /** What is unclean once the lock has been taken from its present holder. */
    public Optional<Unclean> afterTakeover(String mark) {
        return holder.flatMap(missing -> missing.work().map(work -> new Unclean(mark, missing.longestLife(), work)))
                .or(() -> unclean);
    }
}
