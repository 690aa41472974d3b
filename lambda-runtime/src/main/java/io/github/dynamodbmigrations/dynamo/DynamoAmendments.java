package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.Amendment;
import io.github.dynamodbmigrations.history.Amendment.Act;
import io.github.dynamodbmigrations.history.Amendments;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Holding;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Appends amendments in a DynamoDB table, each in one transaction with what it does and with a look at the lock. */
public final class DynamoAmendments implements Amendments {
    private final HistoryItems items;
    private final AmendmentCodec codec;
    private final StatusCodec statuses;
    private final LockCodec locks;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param items the table
     * @param clock what time it is, for people
     */
    public DynamoAmendments(HistoryItems items, Clock clock) {
        this.items = items;
        this.codec = new AmendmentCodec(items.codec());
        this.statuses = new StatusCodec(items.codec());
        this.locks = new LockCodec(items.codec());
        this.clock = clock;
    }

    @Override
    public List<Amendment> list() {
        return items.query(items.codec().settings().partitionValue(), HistoryItemCodec.AMENDMENT_SORTS).stream()
                .map(item -> codec.read(new StoredItem(item)))
                .toList();
    }

    @Override
    public Amendment append(Holding holding, Act act, String who, String why) {
        var amendment = new Amendment(list().size() + 1, clock.instant(), who, why, act);
        var writes = new ArrayList<HistoryWrite>();
        writes.add(locks.check(holding));
        writes.add(codec.append(amendment));
        writes.addAll(effects(act));
        var refused = items.transact(writes);
        if (refused.isEmpty() || isKept(amendment)) {
            return amendment;
        }
        if (refused.get(0)) {
            throw DynamoLock.lost(holding);
        }
        throw FailureCode.HISTORY_MOVED_ON.exception("the history moved on: it is to be recorded that " + act.line()
                + ", and that does not fit it any more. Look at `mvn dynamodb-migrations:info`, and run again.");
    }

    /** The acknowledgement may have been lost. */
    private boolean isKept(Amendment amendment) {
        return items.get(items.codec().key(HistoryItemCodec.amendmentSort(amendment.number())))
                .map(codec::read)
                .filter(amendment::equals)
                .isPresent();
    }

    private List<HistoryWrite> effects(Act act) {
        if (act instanceof Amendment.Baseline baseline) {
            var status = items.get(items.codec().key(HistoryItemCodec.STATUS_SORT))
                    .map(statuses::read)
                    .orElseThrow();
            return List.of(
                    items.codec().baseline(baseline.version()),
                    statuses.baseline(status, baseline.version(), clock.instant()));
        }
        return act instanceof Amendment.Rebound rebound
                ? List.of(items.codec().rebind(rebound.from(), rebound.to()))
                : List.of();
    }
}
