package io.github.dynamodbmigrations.operate;

import io.github.dynamodbmigrations.history.Amendment;
import io.github.dynamodbmigrations.history.Amendments;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Lock;
import io.github.dynamodbmigrations.history.LockInspection;
import io.github.dynamodbmigrations.history.LockSettings;
import io.github.dynamodbmigrations.history.LockState.Holder;
import io.github.dynamodbmigrations.history.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Shows who holds the lock, and takes it from one who is gone.
 *
 * @param lock the lock
 * @param settings how it is held meanwhile
 * @param amendments where it is recorded
 */
public record Unlock(Lock lock, LockSettings settings, Amendments amendments) {
    /**
     * Shows what is known of the lock.
     *
     * @param found what was found
     * @param now this machine's wall clock, by which people are told an age
     * @return it, as lines
     */
    public static List<String> show(LockInspection found, Instant now) {
        var lines = new ArrayList<String>();
        found.lock()
                .holder()
                .ifPresentOrElse(
                        holder -> lines.addAll(holder(holder, found.isAlive(), now)),
                        () -> lines.add("the lock is free: nobody holds it"));
        found.lock()
                .unclean()
                .ifPresent(unclean -> lines.add("it is unclean: "
                        + (unclean.work().isOfFunction()
                                ? "a call of a function may still be under way. Whoever comes next waits "
                                : "a worker of version " + unclean.work().run().version()
                                        + " went missing. That version resumes at once; any other waits ")
                        + unclean.longestLife().toSeconds() + " s"));
        return lines;
    }

    private static List<String> holder(Holder holder, boolean isAlive, Instant now) {
        var age = Duration.between(holder.since(), now);
        return List.of(
                "owner: " + holder.owner().id(),
                "kind: " + holder.owner().kind().name().toLowerCase(Locale.ROOT),
                "held for: " + Math.max(0, age.toSeconds()) + " s, since " + holder.since() + " by its own clock",
                "works on: "
                        + holder.work()
                                .map(work -> work.isOfFunction()
                                        ? "a call of a function"
                                        : "version " + work.run().version() + ", rank "
                                                + work.run().rank())
                                .orElse("no run yet"),
                "alive: " + alive(holder, isAlive));
    }

    private static String alive(Holder holder, boolean isAlive) {
        if (holder.owner().kind() == Owner.Kind.WORKFLOW) {
            return isAlive ? "yes, or nobody can tell" : "no, its execution is over";
        }
        return isAlive
                ? "yes, it renews its lease"
                : "no, it has not renewed its lease for " + holder.lease().toSeconds() + " s";
    }

    /**
     * Stops if the holder is alive.
     *
     * @param found what was found
     * @throws io.github.dynamodbmigrations.MigrationException if it is
     */
    public static void refuseLive(LockInspection found) {
        found.lock().holder().filter(holder -> found.isAlive()).ifPresent(holder -> {
            throw FailureCode.HOLDER_ALIVE.exception("the lock's holder is alive: " + holder.owner() + ", since "
                    + holder.since()
                    + " by its own clock. Its writes are under way, so that the lock is not taken from it."
                    + " Wait for it, or stop it: a process with SIGTERM, a workflow in Step Functions.");
        });
    }

    /**
     * Takes the lock from a holder that is gone, and lets go of it. What the holder worked on leaves it unclean, so that
     * any other run waits until nothing of it can still be under way.
     *
     * @param found what was found
     * @param owner who takes it meanwhile
     * @param signature who and why
     * @return what was done, as lines
     * @throws io.github.dynamodbmigrations.MigrationException if it is alive, or has changed hands
     */
    public List<String> force(LockInspection found, Owner owner, Signature signature) {
        refuseLive(found);
        var gone = found.lock().holder().orElseThrow();
        var holding = lock.take(found.lock(), owner, settings.lease(), settings.longestLife())
                .orElseThrow(() -> FailureCode.HOLDER_ALIVE.exception("the lock has changed hands: " + gone.owner()
                        + " was found gone, and somebody has renewed or taken the lock since. Look again."));
        try {
            var act = new Amendment.Unlocked(gone.owner(), found.lock().epoch());
            return List.of(amendments
                    .append(holding, act, signature.who(), signature.why())
                    .act()
                    .line());
        } finally {
            lock.release(holding);
        }
    }
}
