package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.CurrentStatus;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.versions.VersionEnd;
import io.github.dynamodbmigrations.versions.VersionStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the version machine remembers, in a DynamoDB table. */
final class DynamoVersionStore implements VersionStore {
    private final HistoryItems items;
    private final VersionsCodec codec;
    private final StatusCodec statuses;
    private final LockCodec locks;
    private final Clock clock;

    DynamoVersionStore(HistoryItems items, Clock clock) {
        this.items = items;
        this.codec = new VersionsCodec(items.codec());
        this.statuses = new StatusCodec(items.codec());
        this.locks = new LockCodec(items.codec());
        this.clock = clock;
    }

    @Override
    public void register(String stack, String text) {
        items.write(codec.register(stack, text));
    }

    @Override
    public Optional<String> registered(String stack) {
        return items.get(codec.stackKey(stack)).map(codec::registered);
    }

    @Override
    public void refused(String execution, Cause cause) {
        items.write(codec.refused(execution, cause, clock.instant()));
    }

    @Override
    public Optional<Cause> refusal(String execution) {
        return items.get(codec.refusedKey(execution)).map(codec::refusal);
    }

    @Override
    public void succeeded(Holding holding, VersionEnd end) {
        var now = clock.instant();
        record(
                Optional.of(holding),
                end,
                List.of(
                        locks.check(holding),
                        statuses.reached(end, now),
                        items.codec().baseline(end.reaches()),
                        statuses.version(end, now)));
    }

    @Override
    public void failed(Optional<Holding> holding, VersionEnd end) {
        var now = clock.instant();
        var writes = new ArrayList<HistoryWrite>();
        holding.map(locks::check).ifPresent(writes::add);
        if (holding.isPresent() && !isLeftFailed()) {
            writes.add(statuses.failed(end, now));
        }
        writes.add(statuses.version(end, now));
        record(holding, end, writes);
    }

    /** That another tool has failed is not written over: nobody runs before somebody has said what the data has. */
    private boolean isLeftFailed() {
        return items.get(items.codec().key(HistoryItemCodec.STATUS_SORT))
                .map(statuses::read)
                .filter(CurrentStatus::isLeftFailed)
                .isPresent();
    }

    /** Or finds that the same was recorded before: an execution that went on after its end may come to another one. */
    private void record(Optional<Holding> holding, VersionEnd end, List<HistoryWrite> writes) {
        var refused = items.transact(writes);
        var before = refused.isEmpty() ? Optional.<StoredItem>empty() : items.get(statuses.versionKey(end));
        if (refused.isEmpty()
                || before.filter(item -> statuses.isSuccess(item) == end.cause().isEmpty())
                        .isPresent()) {
            return;
        }
        if (holding.isPresent() && refused.get(0)) {
            throw DynamoLock.lost(holding.get());
        }
        throw FailureCode.HISTORY_MOVED_ON.exception("the history moved on: the data was at version " + end.before()
                + " when the function was called, and is at another one now. Look at `mvn"
                + " dynamodb-migrations:info`, and run again.");
    }
}
