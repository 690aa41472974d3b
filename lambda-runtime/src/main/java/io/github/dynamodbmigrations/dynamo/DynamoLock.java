package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.history.Lock;
import io.github.dynamodbmigrations.history.LockState;
import io.github.dynamodbmigrations.history.LockState.Holder;
import io.github.dynamodbmigrations.history.LockState.Unclean;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.Work;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The lock of a history in a DynamoDB table. */
public final class DynamoLock implements Lock {
    private final HistoryItems items;
    private final LockCodec codec;
    private final Clock clock;
    private final Supplier<String> nonces;

    /**
     * Makes one.
     *
     * @param items the table
     * @param clock what time it is, for people
     * @param nonces makes values that never come twice
     */
    public DynamoLock(HistoryItems items, Clock clock, Supplier<String> nonces) {
        this.items = items;
        this.codec = new LockCodec(items.codec());
        this.clock = clock;
        this.nonces = nonces;
    }

    @Override
    public LockState read() {
        return items.get(items.codec().key(HistoryItemCodec.LOCK_SORT))
                .map(codec::read)
                .orElse(LockState.NEVER_HELD);
    }

    @Override
    public Optional<Holding> take(LockState seen, Owner owner, Duration lease, Duration longestLife) {
        var nonce = nonces.get();
        var holder = new Holder(owner, nonce, lease, longestLife, clock.instant(), Optional.empty());
        var next = new LockState(seen.epoch() + 1, Optional.of(holder), seen.afterTakeover(nonce));
        var refused = items.write(codec.take(seen, next)).map(codec::read);
        // What we find may be our own acquisition, whose acknowledgement was lost.
        var isOurs = refused.flatMap(LockState::holder)
                .filter(now -> now.nonce().equals(nonce))
                .isPresent();
        return refused.isEmpty() || isOurs ? Optional.of(new Holding(owner, next.epoch())) : Optional.empty();
    }

    @Override
    public boolean renew(Holding holding) {
        return items.write(codec.renew(holding, nonces.get())).isEmpty();
    }

    @Override
    public void workOn(Holding holding, Work work) {
        require(codec.workOn(holding, work, nonces.get()), holding);
    }

    @Override
    public void markUnclean(Holding holding, Unclean missing) {
        require(codec.markUnclean(holding, missing, nonces.get()), holding);
    }

    @Override
    public void clean(Holding holding, Unclean seen) {
        require(codec.clean(holding, seen, nonces.get()), holding);
    }

    @Override
    public void release(Holding holding) {
        items.write(codec.release(holding, nonces.get()));
    }

    private void require(HistoryWrite write, Holding holding) {
        if (items.write(write).isPresent()) {
            throw lost(holding);
        }
    }

    static RuntimeException lost(Holding holding) {
        return FailureCode.LOCK_LOST.exception(
                "the lock of the history is lost: " + holding.owner() + " had it in epoch "
                        + holding.epoch()
                        + ", and another one has taken it since, so nothing more is written. Run again; the run"
                        + " goes on from its checkpoints.");
    }
}
