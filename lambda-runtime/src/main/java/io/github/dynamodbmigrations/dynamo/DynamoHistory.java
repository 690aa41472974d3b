package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.dynamo.HistoryItemCodec.HistoryFacts;
import io.github.dynamodbmigrations.history.Amendment;
import io.github.dynamodbmigrations.history.Binding;
import io.github.dynamodbmigrations.history.CurrentStatus;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.History;
import io.github.dynamodbmigrations.history.HistoryId;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Run;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A history in a DynamoDB table. */
public final class DynamoHistory implements History {
    private final HistoryItems items;
    private final HistoryItemCodec codec;
    private final StatusCodec statuses;
    private final RunCodec runs;
    private final AmendmentCodec amendments;
    private final Clock clock;
    private final Supplier<HistoryId> newId;

    /**
     * Makes one.
     *
     * @param items the table
     * @param clock what time it is, for people
     * @param newId makes random ids
     */
    public DynamoHistory(HistoryItems items, Clock clock, Supplier<HistoryId> newId) {
        this.items = items;
        this.codec = items.codec();
        this.statuses = new StatusCodec(codec);
        this.runs = new RunCodec(codec);
        this.amendments = new AmendmentCodec(codec);
        this.clock = clock;
        this.newId = newId;
    }

    @Override
    public HistoryState open() {
        var found = read();
        return found.id().equals(HistoryId.NONE) ? begin() : found;
    }

    /** Two that begin at once both find what the quicker one has written. */
    private HistoryState begin() {
        items.write(statuses.begin(clock.instant()));
        var status = items.get(codec.key(HistoryItemCodec.STATUS_SORT)).orElseThrow();
        items.write(HistoryItemCodec.create(
                codec.history(newId.get(), codec.baselineOf(statuses.read(status))), HistoryItemCodec.PROTOCOL_NUMBER));
        return read();
    }

    @Override
    public HistoryState baseline(long version) {
        var before = open();
        if (before.mayHaveBaseline(version, codec.settings().firstVersion())) {
            // Refused where somebody else was quicker: what that one has written counts.
            items.transact(
                    List.of(codec.baseline(version), statuses.baseline(before.status(), version, clock.instant())));
        }
        return read();
    }

    /** One query of everything: the partition holds some items for each run, and nothing for each item of a table. */
    @Override
    public HistoryState read() {
        var partition = codec.settings().partitionValue();
        var single = new HashMap<String, StoredItem>();
        var found = new ArrayList<Run>();
        var bindings = new HashMap<String, Binding>();
        var amended = new ArrayList<Amendment>();
        items.query(partition, "").forEach(attributes -> {
            var item = new StoredItem(attributes);
            var sort = codec.sortOf(attributes);
            if (sort.startsWith(HistoryItemCodec.RUN_SORTS)) {
                found.add(runs.read(item));
            } else if (sort.startsWith(HistoryItemCodec.BINDING_SORTS)) {
                var binding = codec.binding(item);
                bindings.put(binding.logical(), binding);
            } else if (sort.startsWith(HistoryItemCodec.AMENDMENT_SORTS)) {
                amended.add(amendments.read(item));
            } else {
                single.put(sort, item);
            }
        });
        var status = Optional.ofNullable(single.get(HistoryItemCodec.STATUS_SORT))
                .map(statuses::read)
                .orElse(new CurrentStatus(
                        CurrentStatus.Status.NOT_RUN,
                        Optional.empty(),
                        codec.settings().firstVersion()));
        var facts = Optional.ofNullable(single.get(HistoryItemCodec.HISTORY_SORT))
                .map(codec::history)
                .map(this::understood)
                .orElse(new HistoryFacts(HistoryId.NONE, HistoryItemCodec.PROTOCOL, status.version(), 0));
        // Another tool may go on until our first run begins.
        var baseline = facts.lastRank() == 0 ? codec.baselineOf(status) : facts.baseline();
        return new HistoryState(facts.id(), baseline, status, facts.lastRank(), found, bindings, amended);
    }

    private HistoryFacts understood(HistoryFacts facts) {
        if (facts.protocol() > HistoryItemCodec.PROTOCOL) {
            throw FailureCode.NEWER_HISTORY.exception("history table "
                    + codec.settings().table()
                    + " was written by newer software: its items have form " + facts.protocol()
                    + ", this software knows forms up to " + HistoryItemCodec.PROTOCOL + ". Use the newer version.");
        }
        return facts;
    }
}
