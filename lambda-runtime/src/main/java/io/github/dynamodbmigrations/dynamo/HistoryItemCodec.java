package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.history.Binding;
import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.history.CurrentStatus;
import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.HistoryId;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.history.Undoing;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The keys and the common attributes of a history's items. What single kinds of item hold beyond them, and the expressions
 * over it, is in the codec of each kind; nothing else knows an attribute of the history table.
 *
 * @param settings where the history is kept
 */
record HistoryItemCodec(HistorySettings settings) {
    /** The newest form of the items that this software understands. */
    static final long PROTOCOL = 1;

    static final String STATUS_SORT = "CURRENT_STATUS";
    static final String HISTORY_SORT = "HISTORY";
    static final String LOCK_SORT = "LOCK";
    static final String CONTROL_SORT = "CONTROL";
    static final String PLAN_SORT = "PLAN";
    static final String RUN_SORTS = "RUN#";
    static final String BINDING_SORTS = "BINDING#";
    static final String REJECT_SORTS = "REJECT#";
    static final String AMENDMENT_SORTS = "AMENDMENT#";
    static final String WORKER_SORTS = "WORKER#";
    static final String TASK_SORTS = "TASK#";

    static final String VERSION = "version";
    static final String RANK = "rank";
    static final String EPOCH = "epoch";
    private static final String DIRECTION = "direction";
    private static final String UNDONE_RANK = "undoneRank";
    private static final String REACHES = "reaches";
    private static final String EARLIER_RANKS = "earlierRanks";
    private static final String UNDO_RANKS = "undoRanks";
    static final String CHECKSUM = "checksum";
    static final String REACHED_CHECKSUM = "reachedChecksum";
    static final String EXPIRES_AT = "expiresAt";
    private static final String ID = "historyId";
    static final String PROTOCOL_NUMBER = "protocol";
    private static final String BASELINE = "baseline";
    private static final String LAST_RANK = "lastRank";
    private static final String LOGICAL = "logical";
    private static final String ARN = "tableArn";
    private static final String TABLE_ID = "tableId";

    /** An item of the history's main partition. */
    Map<String, AttributeValue> key(String sort) {
        return keyIn(settings.partitionValue(), sort);
    }

    /** An item that belongs to one run. */
    Map<String, AttributeValue> key(RunKey run, String sort) {
        return keyIn(partition(run), sort);
    }

    private Map<String, AttributeValue> keyIn(String partition, String sort) {
        return Map.of(
                settings.partitionKeyName(),
                AttributeValue.fromS(partition),
                settings.sortKeyName(),
                AttributeValue.fromS(sort));
    }

    String partition(RunKey run) {
        return settings.partitionValue() + "#" + run.version() + "#" + run.rank();
    }

    /** An item about a trigger resource. */
    Map<String, AttributeValue> triggerKey(String sort) {
        return keyIn(triggerPartition(), sort);
    }

    String triggerPartition() {
        return settings.partitionValue() + "#TRIGGER";
    }

    /** An item that the version machine remembers something in. */
    Map<String, AttributeValue> versionsKey(String sort) {
        return keyIn(settings.partitionValue() + "#VERSIONS", sort);
    }

    String sortOf(Map<String, AttributeValue> item) {
        return new StoredItem(item).text(settings.sortKeyName());
    }

    /** An item without its key. */
    Map<String, AttributeValue> withoutKey(Map<String, AttributeValue> item) {
        var rest = new HashMap<>(item);
        rest.remove(settings.partitionKeyName());
        rest.remove(settings.sortKeyName());
        return rest;
    }

    /** Numbers in sort keys are padded, so that a query returns them in order; versions are ordered as numbers only. */
    static String runSort(long rank) {
        return RUN_SORTS + String.format(Locale.ROOT, "%010d", rank);
    }

    static String amendmentSort(long number) {
        return AMENDMENT_SORTS + String.format(Locale.ROOT, "%010d", number);
    }

    static String segmentSorts(int pass) {
        return String.format(Locale.ROOT, "SEGMENT#%05d#", pass);
    }

    static String segmentSort(SegmentPass where) {
        return segmentSorts(where.pass()) + String.format(Locale.ROOT, "%07d", where.segment());
    }

    Map<String, AttributeValue> history(HistoryId id, long baseline) {
        return new ItemBuilder()
                .all(key(HISTORY_SORT))
                .text(ID, id.value())
                .number(PROTOCOL_NUMBER, PROTOCOL)
                .number(BASELINE, baseline)
                .number(LAST_RANK, 0)
                .build();
    }

    HistoryFacts history(StoredItem item) {
        return new HistoryFacts(
                new HistoryId(item.text(ID)),
                item.number(PROTOCOL_NUMBER),
                item.number(BASELINE),
                item.number(LAST_RANK));
    }

    /** What the HISTORY item says. */
    record HistoryFacts(HistoryId id, long protocol, long baseline, long lastRank) {}

    /** Allots the first rank; from then on the status does not say any more what counts as applied. */
    HistoryWrite allotFirst(CurrentStatus status) {
        return new HistoryWrite.Update(
                key(HISTORY_SORT),
                Expression.of("SET #lastRank = :rank, #baseline = :version")
                        .with(":rank", 1)
                        .with(":version", baselineOf(status)),
                Expression.of("#lastRank = :zero").with(":zero", 0));
    }

    /** Allots a rank: the one after the last. */
    HistoryWrite allot(long rank) {
        return new HistoryWrite.Update(
                key(HISTORY_SORT),
                Expression.of("SET #lastRank = :rank").with(":rank", rank),
                Expression.of("#lastRank = :before").with(":before", rank - 1));
    }

    /** What counts as applied before the first run: what the status says, which another tool may go on writing. */
    long baselineOf(CurrentStatus status) {
        return status.status() == CurrentStatus.Status.NOT_RUN
                ? Math.max(settings.firstVersion(), status.version())
                : status.version();
    }

    /** Makes versions up to one count as applied, as long as no run has begun. */
    HistoryWrite baseline(long version) {
        return new HistoryWrite.Update(
                key(HISTORY_SORT),
                Expression.of("SET #baseline = :version").with(":version", version),
                Expression.of("#lastRank = :zero").with(":zero", 0));
    }

    /** Binds a name that stood for one table to another. */
    HistoryWrite rebind(Binding from, Binding to) {
        var update = Expression.of("SET #tableArn = :arn").with(":arn", to.arn());
        return new HistoryWrite.Update(
                key(BINDING_SORTS + to.logical()),
                to.tableId()
                        .map(id -> update.then(", #tableId = :id").with(":id", id))
                        .orElse(update.then(" REMOVE #tableId")),
                Expression.of("#tableArn = :before").with(":before", from.arn()));
    }

    /** Binds a table, unless its name is bound to another one; a TableId that was not known before is added. */
    HistoryWrite bind(Binding binding) {
        var update = Expression.of("SET #logical = :logical, #tableArn = :arn").with(":logical", binding.logical());
        var sameArn = "attribute_not_exists(#tableArn) OR #tableArn = :arn";
        return new HistoryWrite.Update(
                key(BINDING_SORTS + binding.logical()),
                binding.tableId()
                        .map(id -> update.then(", #tableId = :id").with(":id", id))
                        .orElse(update),
                Expression.of(
                                binding.tableId().isEmpty()
                                        ? sameArn
                                        : "(" + sameArn + ") AND (attribute_not_exists(#tableId) OR #tableId = :id)")
                        .with(":arn", binding.arn()));
    }

    Binding binding(StoredItem item) {
        return new Binding(item.text(LOGICAL), item.text(ARN), item.maybeText(TABLE_ID));
    }

    static ItemBuilder checksums(ItemBuilder item, Checksums checksums) {
        return item.text(CHECKSUM, checksums.own()).text(REACHED_CHECKSUM, checksums.reached());
    }

    static Checksums checksums(StoredItem item) {
        return new Checksums(item.text(CHECKSUM), item.text(REACHED_CHECKSUM));
    }

    static ItemBuilder undoing(ItemBuilder item, Optional<Undoing> undoing) {
        item.text(DIRECTION, Direction.of(undoing).name());
        undoing.ifPresent(undone -> item.number(UNDONE_RANK, undone.rank())
                .number(REACHES, undone.reaches())
                .list(EARLIER_RANKS, ranks(undone.earlier()))
                .list(UNDO_RANKS, ranks(undone.undos())));
        return item;
    }

    static Optional<Undoing> undoing(StoredItem item) {
        return item.maybeNumber(UNDONE_RANK)
                .map(rank ->
                        new Undoing(rank, item.number(REACHES), ranks(item, EARLIER_RANKS), ranks(item, UNDO_RANKS)));
    }

    static List<AttributeValue> ranks(Set<Long> ranks) {
        return ranks.stream()
                .sorted()
                .map(rank -> AttributeValue.fromN(Long.toString(rank)))
                .toList();
    }

    /** None where the item is of a time that did not know of them. */
    static Set<Long> ranks(StoredItem item, String name) {
        return item.has(name)
                ? item.list(name).stream().map(rank -> Long.valueOf(rank.n())).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** Puts an item that is not there yet. */
    static HistoryWrite create(Map<String, AttributeValue> item, String mandatory) {
        return new HistoryWrite.Put(item, Expression.of("attribute_not_exists(#" + mandatory + ")"));
    }
}
