package io.github.dynamodbmigrations.history;

import io.github.dynamodbmigrations.history.LockState.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A lock in memory, with the conditions of the real one. */
final class MemoryLock implements Lock {
    LockState state = LockState.NEVER_HELD;
    boolean isReachable = true;
    Runnable beforeRenewal = () -> {};
    int renewals;
    private int nonces;

    @Override
    public LockState read() {
        return state;
    }

    @Override
    public Optional<Holding> take(LockState seen, Owner owner, Duration lease, Duration longestLife) {
        if (!seen.equals(state)) {
            return Optional.empty();
        }
        var nonce = nextNonce();
        var holder = new Holder(owner, nonce, lease, longestLife, Instant.EPOCH, Optional.empty());
        state = new LockState(seen.epoch() + 1, Optional.of(holder), seen.afterTakeover(nonce));
        return Optional.of(new Holding(owner, state.epoch()));
    }

    @Override
    public boolean renew(Holding holding) {
        beforeRenewal.run();
        if (!isReachable) {
            throw new IllegalStateException("unreachable");
        }
        if (!state.isHeldBy(holding)) {
            return false;
        }
        renewals++;
        change(Optional.empty());
        return true;
    }

    /** What starting or resuming a run does to the lock. */
    void workOn(Work work) {
        change(Optional.of(work));
    }

    private void change(Optional<Work> work) {
        var old = state.holder().orElseThrow();
        var holder =
                new Holder(old.owner(), nextNonce(), old.lease(), old.longestLife(), old.since(), work.or(old::work));
        state = new LockState(state.epoch(), Optional.of(holder), state.unclean());
    }

    @Override
    public void workOn(Holding holding, Work work) {
        workOn(work);
    }

    @Override
    public void markUnclean(Holding holding, LockState.Unclean missing) {
        state = new LockState(state.epoch(), state.holder(), Optional.of(missing));
    }

    @Override
    public void clean(Holding holding, LockState.Unclean seen) {
        state = new LockState(state.epoch(), state.holder(), Optional.empty());
    }

    @Override
    public void release(Holding holding) {
        if (state.isHeldBy(holding)) {
            state = new LockState(state.epoch(), Optional.empty(), state.unclean());
        }
    }

    private String nextNonce() {
        return "nonce-" + nonces++;
    }
}
