package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.history.LockState;
import io.github.dynamodbmigrations.history.LockState.Holder;
import io.github.dynamodbmigrations.history.LockState.Unclean;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.history.Work;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The LOCK item. Every write of it changes the nonce, so that whoever judged it by an earlier one cannot take it.
 *
 * @param items keys and common attributes
 */
record LockCodec(HistoryItemCodec items) {
    private static final String OWNER = "owner";
    private static final String OWNER_KIND = "ownerKind";
    private static final String NONCE = "nonce";
    private static final String LEASE = "leaseMillis";
    private static final String LIFE = "longestLifeMillis";
    private static final String SINCE = "since";
    private static final String WORK = "work";
    private static final String UNCLEAN = "unclean";
    private static final String MARK = "mark";

    LockState read(StoredItem item) {
        return new LockState(
                item.number(HistoryItemCodec.EPOCH),
                item.has(OWNER) ? Optional.of(holder(item)) : Optional.empty(),
                item.maybeMap(UNCLEAN).map(it -> new Unclean(it.text(MARK), millis(it, LIFE), work(it))));
    }

    private static Holder holder(StoredItem item) {
        return new Holder(
                new Owner(Owner.Kind.valueOf(item.text(OWNER_KIND)), item.text(OWNER)),
                item.text(NONCE),
                millis(item, LEASE),
                millis(item, LIFE),
                item.instant(SINCE),
                item.maybeMap(WORK).map(LockCodec::work));
    }

    /** The lock as a new holder leaves it, if it still is as it was seen. */
    HistoryWrite take(LockState seen, LockState next) {
        var holder = next.holder().orElseThrow();
        var item = new ItemBuilder()
                .all(items.key(HistoryItemCodec.LOCK_SORT))
                .number(HistoryItemCodec.EPOCH, next.epoch())
                .text(OWNER, holder.owner().id())
                .text(OWNER_KIND, holder.owner().kind().name())
                .text(NONCE, holder.nonce())
                .number(LEASE, holder.lease().toMillis())
                .number(LIFE, holder.longestLife().toMillis())
                .instant(SINCE, holder.since())
                .maybeMap(UNCLEAN, next.unclean().map(LockCodec::unclean))
                .build();
        return new HistoryWrite.Put(item, asSeen(seen));
    }

    private static Expression asSeen(LockState seen) {
        if (seen.epoch() == 0) {
            return Expression.of("attribute_not_exists(#epoch)");
        }
        return seen.holder()
                .map(holder -> Expression.of("#epoch = :seenEpoch AND #nonce = :seenNonce")
                        .with(":seenNonce", holder.nonce()))
                .orElse(Expression.of("#epoch = :seenEpoch AND attribute_not_exists(#owner)"))
                .with(":seenEpoch", seen.epoch());
    }

    HistoryWrite renew(Holding holding, String nonce) {
        return change(holding, Expression.of("SET #nonce = :nonce"), nonce);
    }

    HistoryWrite workOn(Holding holding, Work work, String nonce) {
        return change(
                holding,
                Expression.of("SET #nonce = :nonce, #work = :work").with(":work", AttributeValue.fromM(work(work))),
                nonce);
    }

    HistoryWrite markUnclean(Holding holding, Unclean missing, String nonce) {
        return change(
                holding,
                Expression.of("SET #nonce = :nonce, #unclean = :unclean")
                        .with(":unclean", AttributeValue.fromM(unclean(missing))),
                nonce);
    }

    /** Only what was waited for is over: a mark that was made since stays. */
    HistoryWrite clean(Holding holding, Unclean seen, String nonce) {
        var held = isHeld(holding);
        return new HistoryWrite.Update(
                items.key(HistoryItemCodec.LOCK_SORT),
                Expression.of("SET #nonce = :nonce REMOVE #unclean").with(":nonce", nonce),
                held.then(" AND #unclean = :unclean").with(":unclean", AttributeValue.fromM(unclean(seen))));
    }

    HistoryWrite release(Holding holding, String nonce) {
        return change(
                holding,
                Expression.of(
                        "SET #nonce = :nonce REMOVE #owner, #ownerKind, #leaseMillis, #longestLifeMillis, #since, #work"),
                nonce);
    }

    private HistoryWrite change(Holding holding, Expression update, String nonce) {
        return new HistoryWrite.Update(
                items.key(HistoryItemCodec.LOCK_SORT), update.with(":nonce", nonce), isHeld(holding));
    }

    /** Lets a transaction happen only for the holder. */
    HistoryWrite check(Holding holding) {
        return new HistoryWrite.Check(items.key(HistoryItemCodec.LOCK_SORT), isHeld(holding));
    }

    private static Expression isHeld(Holding holding) {
        return Expression.of("#epoch = :epoch AND #owner = :owner")
                .with(":epoch", holding.epoch())
                .with(":owner", holding.owner().id());
    }

    private static Map<String, AttributeValue> unclean(Unclean unclean) {
        return new ItemBuilder()
                .text(MARK, unclean.mark())
                .number(LIFE, unclean.longestLife().toMillis())
                .all(work(unclean.work()))
                .build();
    }

    private static Map<String, AttributeValue> work(Work work) {
        return HistoryItemCodec.checksums(new ItemBuilder(), work.checksums())
                .number(HistoryItemCodec.VERSION, work.run().version())
                .number(HistoryItemCodec.RANK, work.run().rank())
                .build();
    }

    private static Work work(StoredItem map) {
        return new Work(
                new RunKey(map.number(HistoryItemCodec.VERSION), map.number(HistoryItemCodec.RANK)),
                HistoryItemCodec.checksums(map));
    }

    private static Duration millis(StoredItem item, String name) {
        return Duration.ofMillis(item.number(name));
    }
}
