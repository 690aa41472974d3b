package io.github.dynamodbmigrations.integration.fault;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.RunContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * The negative control: a migration as one writes it in an afternoon. It scans in segments, puts every changed item as a
 * whole and keeps a checkpoint per page. What it does to the data shows that the judge and the writers see it.
 */
final class PutItemEngine implements Runner {
    private static final int SEGMENTS = 4;
    private static final int PAGE = 100;

    private final Application application;
    private final ItemMigration migration;
    private final RunContext run;
    private final int size;
    private final Map<Integer, Map<String, AttributeValue>> checkpoints = new ConcurrentHashMap<>();
    private final Map<Integer, List<String>> pages = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> evaluated = new ConcurrentHashMap<>();
    private final Map<Integer, Boolean> done = new ConcurrentHashMap<>();
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean killed;

    PutItemEngine(Application application, ItemMigration migration, long version, int size) {
        this.application = application;
        this.migration = migration;
        this.run = RunContext.of(version, Instant.EPOCH);
        this.size = size;
    }

    @Override
    public void start() {
        killed = false;
        workers.clear();
        IntStream.range(0, SEGMENTS)
                .mapToObj(segment -> new Thread(() -> migrate(segment)))
                .forEach(workers::add);
        workers.forEach(Thread::start);
    }

    @Override
    public double progress() {
        return evaluated.values().stream().mapToInt(count -> count).sum() / (double) size;
    }

    @Override
    public List<String> inFlight() {
        return pages.values().stream().flatMap(List::stream).toList();
    }

    /** Stops between two items of a page: what it has written of the page is in no checkpoint. */
    @Override
    public void kill() {
        killed = true;
        while (isAlive()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public boolean isAlive() {
        return workers.stream().anyMatch(Thread::isAlive);
    }

    @Override
    public boolean hasSucceeded() {
        return done.size() == SEGMENTS;
    }

    @Override
    public long conflicts() {
        return 0;
    }

    private void migrate(int segment) {
        while (!killed && !done.containsKey(segment)) {
            var page = application.table().client().scan(request(segment));
            pages.put(
                    segment,
                    page.items().stream()
                            .flatMap(item -> application.id(item).stream())
                            .toList());
            for (var item : page.items()) {
                if (killed) {
                    return;
                }
                write(Item.of(item));
            }
            evaluated.merge(segment, page.items().size(), Integer::sum);
            checkpoints.put(segment, page.lastEvaluatedKey());
            if (!page.hasLastEvaluatedKey()) {
                done.put(segment, true);
            }
        }
    }

    private ScanRequest request(int segment) {
        return ScanRequest.builder()
                .tableName(application.table().name())
                .consistentRead(true)
                .segment(segment)
                .totalSegments(SEGMENTS)
                .limit(PAGE)
                .exclusiveStartKey(startKey(segment))
                .build();
    }

    private @Nullable Map<String, AttributeValue> startKey(int segment) {
        var key = checkpoints.get(segment);
        return key == null || key.isEmpty() ? null : new HashMap<>(key);
    }

    /** It does look whether the item is one that the migration is for, as the engine's source filter does. */
    private void write(Item item) {
        if (application.id(item.attributes()).isPresent()
                && migration.migrate(item, run) instanceof Change.Update update) {
            put(update.item());
            update.puts().forEach(this::put);
        }
    }

    private void put(Item item) {
        application
                .table()
                .client()
                .putItem(
                        request -> request.tableName(application.table().name()).item(item.attributes()));
    }
}
