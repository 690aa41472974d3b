package io.github.dynamodbmigrations.history;

import io.github.dynamodbmigrations.throttle.Pause;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Waits for a lock: until it can be taken, and until nothing of a missing worker can still be under way. For one thread. */
public final class LockWait {
    private final Lock lock;
    private final LockSettings settings;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private final Consumer<LockState> waitingFor;
    private final LockWatch holderWatch;
    private final LockWatch uncleanWatch;
    private long begun;

    /**
     * Makes one.
     *
     * @param lock the lock
     * @param settings how long to wait
     * @param liveness whether owners live
     * @param nanoTime a monotonic clock
     * @param pause how to wait
     * @param waitingFor hears, before each pause, for whom it is
     */
    public LockWait(
            Lock lock,
            LockSettings settings,
            Liveness liveness,
            LongSupplier nanoTime,
            Pause pause,
            Consumer<LockState> waitingFor) {
        this.lock = lock;
        this.settings = settings;
        this.nanoTime = nanoTime;
        this.pause = pause;
        this.waitingFor = waitingFor;
        this.holderWatch = new LockWatch(liveness);
        this.uncleanWatch = new LockWatch(liveness);
        this.begun = nanoTime.getAsLong();
    }

    /**
     * Goes on from what was waited for before, on the same clock: an observer may have to wait in several processes.
     *
     * @param beginning when the waiting began
     * @param holder what was seen of the holder
     * @param unclean what was seen of a missing worker
     */
    public void goOn(long beginning, LockSeen holder, LockSeen unclean) {
        begun = beginning;
        holderWatch.remember(holder);
        uncleanWatch.remember(unclean);
    }

    /** What was seen of the holder. */
    public LockSeen holderSeen() {
        return holderWatch.seen();
    }

    /** What was seen of a missing worker. */
    public LockSeen uncleanSeen() {
        return uncleanWatch.seen();
    }

    /**
     * Takes the lock.
     *
     * @param owner who takes it
     * @return the holding
     * @throws io.github.dynamodbmigrations.MigrationException if somebody else held it for too long
     */
    public Holding acquire(Owner owner) {
        while (true) {
            var seen = lock.read();
            var holding = tryOnce(seen, holderWatch.judge(seen, owner, nanoTime.getAsLong()), owner);
            if (holding.isPresent()) {
                noteUnclean(lock.read());
                return holding.get();
            }
            var waited = Duration.ofNanos(nanoTime.getAsLong() - begun);
            if (waited.compareTo(settings.lockWait()) >= 0) {
                throw tooLong(seen, waited);
            }
            waitingFor.accept(seen);
            pause.pause(settings.poll());
        }
    }

    private Optional<Holding> tryOnce(LockState seen, LockWatch.Verdict verdict, Owner owner) {
        return switch (verdict) {
            case OURS -> Optional.of(new Holding(owner, seen.epoch()));
            case FREE, ABANDONED -> lock.take(seen, owner, settings.lease(), settings.longestLife());
            case HELD -> Optional.empty();
        };
    }

    /**
     * Waits until a run may start: at once for the run and code that a missing worker belonged to, else when that worker's
     * longest life has passed on this observer's clock. To be called before each start or resume, with the lock held and
     * renewed meanwhile.
     *
     * @param holding the lock
     * @param next what is to be started
     */
    public void awaitClean(Holding holding, Work next) {
        while (true) {
            var seen = lock.read();
            if (!seen.isHeldBy(holding)) {
                throw FailureCode.LOCK_LOST.exception(LeaseKeeper.lost(holding));
            }
            var unclean = seen.unclean().filter(it -> !it.work().equals(next));
            if (unclean.isEmpty()) {
                return;
            }
            var waited = noteUnclean(seen);
            if (waited.compareTo(unclean.get().longestLife()) >= 0) {
                lock.clean(holding, unclean.get());
                return;
            }
            waitingFor.accept(seen);
            pause.pause(settings.poll());
        }
    }

    /** For how long this observer has known that the lock is unclean. */
    private Duration noteUnclean(LockState seen) {
        return seen.unclean()
                .map(it -> uncleanWatch.unchanged(it.mark(), nanoTime.getAsLong()))
                .orElse(Duration.ZERO);
    }

    private static RuntimeException tooLong(LockState seen, Duration waited) {
        var holder = seen.holder();
        return FailureCode.LOCK_HELD.exception("the lock of the history is held by "
                + holder.map(it -> it.owner() + ", since " + it.since() + " by its own clock"
                                + it.work()
                                        .map(work ->
                                                ", for version " + work.run().version())
                                        .orElse(""))
                        .orElse("another one each time")
                + "; waited for it " + waited.toSeconds() + " s. Wait until it has ended, or raise <lockWait>.");
    }
}
