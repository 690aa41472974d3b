package io.github.dynamodbmigrations.integration.history;

import io.github.dynamodbmigrations.dynamo.DynamoCheckpointStore;
import io.github.dynamodbmigrations.dynamo.DynamoControls;
import io.github.dynamodbmigrations.dynamo.DynamoHistory;
import io.github.dynamodbmigrations.dynamo.DynamoLock;
import io.github.dynamodbmigrations.dynamo.DynamoPlanStore;
import io.github.dynamodbmigrations.dynamo.DynamoRejectLog;
import io.github.dynamodbmigrations.dynamo.DynamoRunLog;
import io.github.dynamodbmigrations.dynamo.DynamoTaskMarkers;
import io.github.dynamodbmigrations.dynamo.HistoryItems;
import io.github.dynamodbmigrations.dynamo.HistoryTable;
import io.github.dynamodbmigrations.history.Attempt;
import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.history.HistoryId;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.history.KnownGuards;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.plan.WriterFacts;
import io.github.dynamodbmigrations.scan.Filter;
import io.github.dynamodbmigrations.scan.KeySchema;
import io.github.dynamodbmigrations.scan.Source;
import io.github.dynamodbmigrations.throttle.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A history in a table of its own, with all adapters; its clock stands still. */
final class LocalHistory {
    static final Instant NOW = Instant.parse("2026-11-24T15:24:12.666Z");
    static final Instant STARTED = Instant.parse("2026-11-24T15:24:12.225Z");
    static final Checksums CODE = new Checksums("v1:a", "v1:b");
    static final Owner ADA = Owner.direct("ada@laptop/1");
    static final Owner EXECUTION =
            Owner.workflow("arn:aws:states:eu-west-1:111122223333:execution:Shop:dm-00000001-abc");
    static final Duration LEASE = Duration.ofSeconds(20);
    static final Pause SLEEP = LocalHistory::sleep;

    final HistorySettings settings;
    final DynamoHistory history;
    final DynamoLock lock;
    final DynamoControls controls;
    final DynamoRunLog runs;
    final DynamoPlanStore plans;
    final DynamoCheckpointStore checkpoints;
    final DynamoTaskMarkers markers;
    final AtomicInteger missing = new AtomicInteger();
    private final HistoryItems items;
    private final DynamoDbClient plain = LocalDynamo.client();

    LocalHistory(DynamoDbClient client, HistorySettings settings) {
        this.settings = settings;
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        items = new HistoryItems(client, settings, SLEEP);
        history = new DynamoHistory(items, clock, LocalHistory::newId);
        lock = new DynamoLock(items, clock, LocalHistory::uuid);
        controls = new DynamoControls(items);
        runs = new DynamoRunLog(items, clock, LocalHistory::uuid);
        plans = new DynamoPlanStore(items);
        checkpoints = new DynamoCheckpointStore(items, where -> missing.incrementAndGet());
        markers = new DynamoTaskMarkers(items);
    }

    static LocalHistory create() {
        return create(HistorySettings.of(LocalDynamo.uniqueName("history")));
    }

    static LocalHistory create(HistorySettings settings) {
        new HistoryTable(LocalDynamo.client(), settings, SLEEP).ensure();
        return new LocalHistory(LocalDynamo.client(), settings);
    }

    /** The same history through another client. */
    LocalHistory through(DynamoDbClient client) {
        return new LocalHistory(client, settings);
    }

    DynamoRejectLog rejects(long epoch) {
        return new DynamoRejectLog(items, epoch);
    }

    Holding take(Owner owner) {
        return lock.take(lock.read(), owner, LEASE, LEASE).orElseThrow();
    }

    static Attempt attempt(Owner owner, String uuid) {
        return new Attempt(STARTED, uuid, owner);
    }

    RunPlan plan(long version) {
        return plan(version, "arn:things", "id-1");
    }

    RunPlan plan(long version, String arn, String tableId) {
        var keys = new KeySchema("pk", Optional.of("sk"));
        var state = history.open();
        return new RunPlan(
                version,
                state.lastRank() + 1,
                Optional.empty(),
                Optional.empty(),
                "run-" + version,
                STARTED,
                Map.of("rate", ""),
                Optional.of(new TableIdentity("Things", "things", arn, Optional.of(tableId), keys)),
                new Source.Scan(Optional.empty(), Filter.NONE),
                4,
                GuardMode.NONE,
                state.id().guardAttribute(),
                WriterFacts.UNKNOWN,
                Optional.empty(),
                CODE,
                0,
                KnownGuards.OWN);
    }

    /** An item as others see it. */
    Map<String, AttributeValue> item(String sort) {
        return plain.getItem(request -> request.tableName(settings.table())
                        .key(Map.of(
                                settings.partitionKeyName(),
                                AttributeValue.fromS(settings.partitionValue()),
                                settings.sortKeyName(),
                                AttributeValue.fromS(sort)))
                        .consistentRead(true))
                .item();
    }

    /** All sort keys of the main partition that begin so. */
    List<String> sorts(String start) {
        return plain
                .queryPaginator(request -> request.tableName(settings.table())
                        .keyConditionExpression("#p = :p")
                        .expressionAttributeNames(Map.of("#p", settings.partitionKeyName()))
                        .expressionAttributeValues(Map.of(":p", AttributeValue.fromS(settings.partitionValue())))
                        .consistentRead(true))
                .items()
                .stream()
                .map(item ->
                        Objects.requireNonNull(item.get(settings.sortKeyName())).s())
                .filter(sort -> sort.startsWith(start))
                .toList();
    }

    void put(Map<String, AttributeValue> item) {
        plain.putItem(request -> request.tableName(settings.table()).item(item));
    }

    static String uuid() {
        return UUID.randomUUID().toString();
    }

    private static HistoryId newId() {
        return new HistoryId(uuid().substring(0, 8));
    }

    private static void sleep(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
