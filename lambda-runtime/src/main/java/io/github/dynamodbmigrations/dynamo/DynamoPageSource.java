package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.scan.HistoryPartitions;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.scan.KeyHash;
import io.github.dynamodbmigrations.scan.PageSource;
import io.github.dynamodbmigrations.scan.Reading;
import io.github.dynamodbmigrations.scan.Source;
import io.github.dynamodbmigrations.throttle.Concurrency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Reads items with Scan and Query. An index only says which items there are: it may project a part of each, lag behind,
 * or not know yet that an item has moved. The items themselves always come from the table, consistently. The history's own
 * items are left out.
 */
public final class DynamoPageSource implements PageSource {
    private final DynamoDbClient client;
    private final TableIdentity table;
    private final Source source;
    private final HistoryPartitions ofHistory;
    private final Concurrency concurrency;
    private final ReadRequests requests;

    /**
     * A source for a run.
     *
     * @param client of the table's account and region
     * @param plan the run's plan; of a table
     * @param concurrency how many items found by an index are read at once
     */
    public DynamoPageSource(DynamoDbClient client, RunPlan plan, Concurrency concurrency) {
        this.client = client;
        this.table = plan.table().orElseThrow();
        this.source = plan.source();
        this.ofHistory = new HistoryPartitions(table.keys(), plan.excludedPartitions());
        this.concurrency = concurrency;
        this.requests = new ReadRequests(plan);
    }

    @Override
    public Reading feed(int segment, Optional<ItemKey> after, int limit) {
        return guarded(() -> {
            var index = source.index();
            if (index.isEmpty()) {
                return walk(segment, after, limit);
            }
            if (!(source instanceof Source.Query query)) {
                return items(scan(requests.indexKeys(index.get(), segment, after, limit), requests.keys(index.get())));
            }
            return segment == 0
                    ? items(query(requests.indexKeys(index.get(), query, after, limit), requests.keys(index.get())))
                    : nothing();
        });
    }

    @Override
    public Reading sweep(int segment, Optional<ItemKey> after, int limit) {
        return guarded(() -> walk(segment, after, limit));
    }

    @Override
    public Reading one(ItemKey key) {
        return guarded(() -> {
            var page = query(requests.item(key), keys());
            return new Reading.Page(page.images(), page.places(), page.evaluated(), Optional.empty(), page.units());
        });
    }

    /** The table itself: only the partition, if that is one of the table. */
    private Reading.Page walk(int segment, Optional<ItemKey> after, int limit) {
        if (source instanceof Source.Query query
                && query.partitionKey().equals(table.keys().partition())) {
            return segment == 0 ? query(requests.partition(query, after, limit), keys()) : nothing();
        }
        return scan(requests.table(segment, after, limit), keys());
    }

    /** The whole items of keys that an index gave, as far as the source still selects them. */
    private Reading.Page items(Reading.Page found) {
        var places = new LinkedHashMap<String, ItemKey>();
        for (var place : found.places()) {
            // An item that changes its place in the index may be found twice.
            places.putIfAbsent(KeyHash.of(ItemKey.of(place.attributes(), table.keys())), place);
        }
        var read = concurrency.each(List.copyOf(places.values()), this::item);
        return new Reading.Page(
                read.stream().flatMap(page -> page.images().stream()).toList(),
                read.stream().flatMap(page -> page.places().stream()).toList(),
                found.evaluated(),
                found.next(),
                found.units() + read.stream().mapToDouble(Reading.Page::units).sum());
    }

    /** The item that an index has found at a place, as far as the source still selects it. */
    private Reading.Page item(ItemKey place) {
        var page = query(requests.item(ItemKey.of(place.attributes(), table.keys())), keys());
        return new Reading.Page(
                page.images(),
                page.images().stream().map(image -> place).toList(),
                page.evaluated(),
                page.next(),
                page.units());
    }

    private Set<String> keys() {
        return Set.copyOf(table.keys().names());
    }

    private Reading.Page scan(ScanRequest request, Set<String> keys) {
        ScanResponse page = client.scan(request);
        return page(page.items(), keys, page.scannedCount(), page.lastEvaluatedKey(), page.consumedCapacity());
    }

    private Reading.Page query(QueryRequest request, Set<String> keys) {
        QueryResponse page = client.query(request);
        return page(page.items(), keys, page.scannedCount(), page.lastEvaluatedKey(), page.consumedCapacity());
    }

    private Reading.Page page(
            List<Map<String, AttributeValue>> read,
            Set<String> keys,
            int evaluated,
            Map<String, AttributeValue> last,
            ConsumedCapacity consumed) {
        var images = read.stream().filter(image -> !ofHistory.hold(image)).toList();
        return new Reading.Page(
                images,
                images.stream().map(image -> ItemKey.of(image, keys)).toList(),
                evaluated,
                last.isEmpty() ? Optional.empty() : Optional.of(new ItemKey(last)),
                consumed.capacityUnits());
    }

    private static Reading.Page nothing() {
        return new Reading.Page(List.of(), List.of(), 0, Optional.empty(), 0);
    }

    private Reading guarded(Supplier<Reading.Page> read) {
        try {
            return read.get();
        } catch (SdkException thrown) {
            var reason = Refusals.transientReason(thrown);
            if (reason.isPresent()) {
                return new Reading.Refused(reason.get());
            }
            if (thrown instanceof DynamoDbException refused
                    && Refusals.errorCode(refused).equals("ValidationException")) {
                throw Refusals.sourceRefused(refused, table.name());
            }
            throw Refusals.stop(thrown, source instanceof Source.Query ? "Query" : "Scan", table.name(), client);
        }
    }
}
